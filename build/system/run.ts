import { spawn } from 'node:child_process';
import { root } from './paths.ts';

/** How a child process ended, with everything it printed. */
export interface Outcome {
  readonly code: number;
  /** Both streams, in the order in which they came. */
  readonly output: string;
  /** Standard output alone, for programs that answer in JSON. */
  readonly stdout: string;
}

/** Settings of a captured run. */
export interface RunOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly input?: string;
  readonly timeoutMs?: number;
  /** Also shows the output while it comes. */
  readonly echo?: boolean;
}

/** Runs a command and captures its output; a command that cannot be started ends with code 127. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const answers: Buffer[] = [];
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
    });
    const collect = (chunk: Buffer): void => {
      chunks.push(chunk);
      if (options.echo === true) process.stdout.write(chunk);
    };
    child.stdout.on('data', (chunk: Buffer) => {
      answers.push(chunk);
      collect(chunk);
    });
    child.stderr.on('data', collect);
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
    const end = (code: number, note = ''): void => {
      const output = Buffer.concat(chunks).toString('utf8') + note;
      resolve({ code, output, stdout: Buffer.concat(answers).toString('utf8') });
    };
    child.on('error', (error) => end(127, `${error.message}\n`));
    child.on('close', (code) => end(code ?? 1));
  });
}

/** Runs a script on this same Node. */
export function runNode(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return run(process.execPath, args, options);
}

/** Runs a command and throws, with its output, unless it succeeds. */
export async function must(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with code ${code}\n${output}`);
  return output;
}
