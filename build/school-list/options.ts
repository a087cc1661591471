import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { LONGEST_LIFE } from './sign-list.ts';

/** What the user asked of `npm run schools`. */
export type SchoolsCommand =
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'keys'; readonly out: string }
  | {
      readonly kind: 'sign';
      readonly key: string;
      readonly input: string;
      /** Without a file the list goes to standard output. */
      readonly out: string | undefined;
      readonly days: number;
    }
  | { readonly kind: 'check'; readonly file: string; readonly publicKey: string };

/** A command line that asks for nothing we know; the message says what to write instead. */
export class UsageError extends Error {}

/** How long a list is good unless `--days` says otherwise: a summer, and time to notice. */
export const DEFAULT_DAYS = 180;

const USAGE = `npm run schools -- COMMAND …

The signed list by which the app finds the servers of other schools (docs/adr/0008).

  keys   make the pair of keys
  sign   check a list of schools and sign it
  check  read a signed list as the app would

  COMMAND --help says more.

Exit codes: 0 done, 1 refused (nothing was written), 2 the command line is not right.
`;

const COMMAND_USAGE = {
  keys: `npm run schools -- keys --out FOLDER

Makes a pair of Ed25519 keys: schools-key.pem, the private one, for the eyes of its owner alone, and schools-key.pub. Prints what
the school files of installers need. Keys that are there already are never overwritten.
`,
  sign: `npm run schools -- sign --key FILE --in schools.json [--out FILE] [--days N]

Checks the list of schools and signs it. When one entry is not right, says which and why, and writes nothing.

  --key FILE   the private key made by "keys"
  --in FILE    JSON: [{"school": "ABCD0001", "name": "…", "city": "…", "server": "https://…"}, …]
  --out FILE   where the signed list goes; without it, to standard output
  --days N     how long it is good, 1 to ${LONGEST_LIFE} (default ${DEFAULT_DAYS})
`,
  check: `npm run schools -- check --public KEY FILE

Verifies a signed list and prints its schools, when it was issued and when it ends. KEY is the public key, or the file it is in.
`,
} as const;

type Name = keyof typeof COMMAND_USAGE;

/** Reads the command line of `npm run schools`. */
export function readSchoolsCommand(args: readonly string[]): SchoolsCommand {
  const [name, ...rest] = args;
  if (name === undefined) throw new UsageError(USAGE);
  if (name === '--help' || name === '-h') return { kind: 'help', text: USAGE };
  if (!isName(name)) throw new UsageError(`There is no command "${name}".\n\n${USAGE}`);
  if (rest.includes('--help') || rest.includes('-h')) return { kind: 'help', text: COMMAND_USAGE[name] };
  return readers[name](rest);
}

const readers: Record<Name, (args: readonly string[]) => SchoolsCommand> = {
  keys(args) {
    const { values, positionals } = parse('keys', args, { out: { type: 'string' } });
    allow('keys', positionals, 0);
    return { kind: 'keys', out: given('keys', 'out', values['out']) };
  },
  sign(args) {
    const { values, positionals } = parse('sign', args, {
      key: { type: 'string' },
      in: { type: 'string' },
      out: { type: 'string' },
      days: { type: 'string' },
    });
    allow('sign', positionals, 0);
    const days = Number(values['days'] ?? DEFAULT_DAYS);
    if (!Number.isInteger(days) || days < 1 || days > LONGEST_LIFE)
      throw wrong('sign', `--days wants a whole number between 1 and ${LONGEST_LIFE}.`);
    const out = values['out'];
    return {
      kind: 'sign',
      key: given('sign', 'key', values['key']),
      input: given('sign', 'in', values['in']),
      out: out === undefined ? undefined : given('sign', 'out', out),
      days,
    };
  },
  check(args) {
    const { values, positionals } = parse('check', args, { public: { type: 'string' } });
    const [file] = allow('check', positionals, 1);
    if (file === undefined) throw wrong('check', 'The file to check is missing.');
    return { kind: 'check', file, publicKey: given('check', 'public', values['public']) };
  },
};

function isName(name: string): name is Name {
  return Object.hasOwn(COMMAND_USAGE, name);
}

function parse(name: Name, args: readonly string[], options: ParseArgsOptionsConfig) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw wrong(name, error instanceof Error ? error.message : String(error));
  }
}

function given(name: Name, option: string, value: unknown): string {
  if (typeof value !== 'string' || value === '') throw wrong(name, `--${option} is missing.`);
  return value;
}

function allow(name: Name, positionals: readonly string[], most: number): readonly string[] {
  const extra = positionals[most];
  if (extra !== undefined) throw wrong(name, `"${extra}" is one word too many.`);
  return positionals;
}

function wrong(name: Name, message: string): UsageError {
  return new UsageError(`${message}\n\n${COMMAND_USAGE[name]}`);
}
