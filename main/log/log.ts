import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../files/error-code.ts';

/** What a line of the log may carry beside its event: numbers, switches and words of our own, never content. */
export type LogFields = Readonly<Record<string, string | number | boolean>>;

/** The structured log of the main process. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, error: unknown, fields?: LogFields): void;
}

const LARGEST_FILE = 1024 * 1024;
const KEPT_FILES = 5;

/** Opens the log in a folder: one JSON object a line, five files of a megabyte. Logging never fails its caller. */
export function createLog(folder: string, now: () => Date = () => new Date()): Log {
  const path = join(folder, 'main.log');

  function write(level: string, event: string, fields: LogFields): void {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      rotate(path);
      const safe = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, redact(value)]));
      appendFileSync(
        path,
        `${JSON.stringify({ at: now().toISOString(), level, event: redact(event), ...safe })}\n`,
        { mode: 0o600 },
      );
    } catch {
      // A full disk must not stop the register.
    }
  }

  return {
    info: (event, fields = {}) => write('info', event, fields),
    warn: (event, fields = {}) => write('warn', event, fields),
    error: (event, error, fields = {}) => write('error', event, { ...fields, ...describe(error) }),
  };
}

/** Lets through short words of our own vocabulary; names, sentences, tokens and passwords become `[redacted]`. */
export function redact(value: string | number | boolean): string | number | boolean {
  if (typeof value !== 'string') return value;
  return /^[A-Za-z][A-Za-z-]{0,39}$|^[0-9a-f]{8}$|^[0-9]{1,4}(\.[0-9]{1,5}){0,3}$|^$/.test(value)
    ? value
    : '[redacted]';
}

/** An error without its message, which may quote a name or a body: its class, its code and the places in our code. */
function describe(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: 'NotAnError' };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const places = frames.slice(0, 6).map((line) => /([\w.-]+):(\d+):\d+\)?$/.exec(line));
  return {
    error: error.name,
    code: errorCode(error).replaceAll('_', '-'),
    ...Object.fromEntries(
      places.flatMap((place, index) =>
        place?.[2] === undefined ? [] : [[`line${index}`, Number(place[2])]],
      ),
    ),
  };
}

function rotate(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size < LARGEST_FILE) return;
  for (let index = KEPT_FILES - 1; index > 0; index -= 1) {
    const from = index === 1 ? path : `${path}.${index - 1}`;
    if (statSync(from, { throwIfNoEntry: false }) !== undefined) renameSync(from, `${path}.${index}`);
  }
}
