import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../system/paths.ts';
import { runNode } from '../system/run.ts';
import { Stop } from '../system/step.ts';
import { type Demo, demoIn } from './demo.ts';

const BEGIN = 'sync-server/commands/begin/cli.ts';

/**
 * Begins a school as a real one begins: what `npm run begin` asks, on this terminal. A data folder that has schools already is taken as it
 * is. Without a terminal to ask on, the command to type is printed, and the server starts empty.
 */
export async function beginSchool(data: string, port: number): Promise<Demo> {
  const there = await schoolsIn(data);
  if (there.schools.length > 0) return there;
  if (!process.stdin.isTTY) {
    console.log(`No school yet. Begin one with:\n  CAMPANELLA_DATA=${data} npm run begin\n`);
    return there;
  }
  const code = await inTerminal(['--data', data, '--out', path.join(data, 'letter.pdf'), '--show'], port);
  if (code !== 0)
    throw new Stop('No school was begun: start again, or leave out --empty for the demonstration.');
  return await schoolsIn(data);
}

async function schoolsIn(data: string): Promise<Demo> {
  const { code, output, stdout } = await runNode([BEGIN, '--data', data, '--list']);
  if (code !== 0) throw new Stop(`The data folder could not be read:\n${output}`);
  return demoIn(stdout);
}

async function inTerminal(args: readonly string[], port: number): Promise<number | null> {
  return await new Promise((resolve) => {
    const child = spawn(process.execPath, [BEGIN, ...args], {
      cwd: root,
      env: { ...process.env, CAMPANELLA_PORT: String(port) },
      stdio: 'inherit',
    });
    child.once('error', () => resolve(127));
    child.once('exit', resolve);
  });
}
