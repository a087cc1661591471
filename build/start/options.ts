import { parseArgs } from 'node:util';
import { Stop } from '../system/step.ts';

/** What the user asked of `npm start`. */
export interface StartOptions {
  readonly serverOnly: boolean;
  readonly fresh: boolean;
  /** Whether it begins as a real school does, without the demonstration. */
  readonly empty: boolean;
  readonly port: number;
}

/** The port of the development server unless `--port` says otherwise. */
export const defaultPort = 8440;

/** What `npm start -- --help` prints. */
export const usage = `npm start [-- options]

  --server-only   start the server without the desktop window
  --fresh         throw away the local data folder and the desktop profile in it first
  --empty         no demonstration: begin a school of your own, as a real one begins (npm run begin)
  --port N        port of the server (default ${defaultPort})
`;

/** Reads the command line of `npm start`. */
export function readStartOptions(args: readonly string[]): StartOptions | 'help' {
  const { values } = parseStrictly(args);
  if (values.help === true) return 'help';
  const port = Number(values.port ?? defaultPort);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Stop(`--port wants a number between 1 and 65535, not "${values.port}"`);
  }
  return {
    serverOnly: values['server-only'] === true,
    fresh: values.fresh === true,
    empty: values.empty === true,
    port,
  };
}

function parseStrictly(args: readonly string[]): ReturnType<typeof parse> {
  try {
    return parse(args);
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    strict: true,
    options: {
      'server-only': { type: 'boolean' },
      fresh: { type: 'boolean' },
      empty: { type: 'boolean' },
      port: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}
