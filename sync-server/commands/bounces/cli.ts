import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { holdsStorage, openStorage } from '../../storage/open.ts';
import { takeBounce, type BounceOutcome } from '../../mail/bounces/bounces.ts';

const USAGE = `npm run bounces -- [options] [FILE or FOLDER…]

Reads messages that have come back to the sender's mailbox (delivery status notifications, reports of Exim and qmail), one a file, or
one from standard input, and notes which of the school's messages did not arrive: the office sees them with the reason.

  --data DIR      data folder (default: $CAMPANELLA_DATA or ./data)

Run it as the user that runs the server: nobody else may read the data folder. For example from that user's crontab, over a Maildir
(reading a message twice does no harm), or for each message of a mailbox elsewhere:

  */10 * * * *   cd /opt/campanella && npm run --silent bounces -- --data /var/lib/campanella ~/Maildir/new
  fetchmail --mda "npm run --silent bounces -- --data /var/lib/campanella"

Exit codes: 0 everything was read (also what is no report), 2 the command line is wrong, 75 it could not be read now: keep the message
and try again.
`;

/** What mail programs take for "keep it and try again" (`sysexits.h`). */
const TRY_AGAIN = 75;

const WORDS: Readonly<Record<BounceOutcome, string>> = {
  noted: 'not delivered, noted',
  delayed: 'delayed, may still arrive',
  unknown: 'about none of our messages',
  noReport: 'no report of a delivery',
};

process.exitCode = await run();

async function run(): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { data: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
    });
    if (values.help || (positionals.length === 0 && process.stdin.isTTY)) {
      (values.help ? process.stdout : process.stderr).write(USAGE);
      return values.help ? 0 : 2;
    }
    const data = values.data ?? process.env['CAMPANELLA_DATA'] ?? 'data';
    if (!holdsStorage(data)) {
      const hint = 'name the folder of the server with --data, and run this as the user that runs the server';
      process.stderr.write(`No database of Campanella can be read in ${data}: ${hint}.\n`);
      return TRY_AGAIN;
    }
    const messages = positionals.length === 0 ? [await buffer(process.stdin)] : await readAll(positionals);
    const outcomes = await takeAll(data, messages);
    for (const [outcome, list] of Object.entries(outcomes))
      console.log(`${list.length} ${WORDS[outcome as BounceOutcome]}`);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    const isUsage =
      error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    return isUsage ? 2 : TRY_AGAIN;
  }
}

async function takeAll(data: string, messages: readonly Uint8Array[]) {
  const storage = openStorage(data);
  try {
    const outcomes: BounceOutcome[] = [];
    for (const message of messages) outcomes.push(await takeBounce(storage, message, Date.now()));
    return Object.groupBy(outcomes, (outcome) => outcome);
  } finally {
    await storage.close();
  }
}

async function readAll(places: readonly string[]): Promise<readonly Uint8Array[]> {
  const files = await Promise.all(
    places.map(async (place) => {
      if (!(await stat(place)).isDirectory()) return [place];
      const entries = await readdir(place, { withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map(({ name }) => path.join(place, name));
    }),
  );
  return await Promise.all(files.flat().map(async (file) => readFile(file)));
}
