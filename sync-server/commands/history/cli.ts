import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseSchoolId } from '../../../domain/people/username.ts';
import { checkHistory } from '../../storage/check-data.ts';
import type { ChainFault, ChainReport } from '../../storage/contract/database-report.ts';
import { databaseFile } from '../../base/data-folder.ts';

const USAGE = `Checks the history of each school against its chain of hashes. The server may run meanwhile.

  npm run history -- check [--school CODE] [--data DIR]

  --data DIR     data folder (default: $CAMPANELLA_DATA or ./data)
  --school CODE  one school alone

Prints for each school how many links its history has, and the hash of the last one. Keep these two elsewhere: as long as a later check
finds the same hash at that number, nothing before it has been changed.
Exit code: 0 sound, 1 a fault, 2 a wrong call.
`;

const WORDS = {
  changed: 'its content is not the one that was accepted',
  missing: 'missing',
  text: 'text not well formed: the name of its device was kept otherwise than it was hashed, by an earlier version; its content is whole',
} as const satisfies Record<ChainFault['kind'], string>;

process.exitCode = run();

function run(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      school: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const wanted = values.school === undefined ? undefined : parseSchoolId(values.school);
  if (positionals.join(' ') !== 'check' || (values.school !== undefined && wanted === undefined))
    return refuse(USAGE);
  const folder = values.data ?? process.env['CAMPANELLA_DATA'] ?? 'data';
  const file = databaseFile(folder);
  if (!existsSync(file)) return refuse(`There is no database at ${file}\n`);
  return check(folder, wanted);
}

function refuse(words: string): number {
  process.stderr.write(words);
  return 2;
}

function check(folder: string, wanted: ReturnType<typeof parseSchoolId>): number {
  try {
    const reports = checkHistory(folder, wanted);
    if (!reports) return refuse(`There is no school ${wanted} in ${databaseFile(folder)}\n`);
    return reports.map((report) => print(report)).some((isSound) => !isSound) ? 1 : 0;
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${databaseFile(folder)} cannot be read: ${words}\n`);
    return 1;
  }
}

/** Prints what was found of a school; answers whether its history is whole. */
function print({ school, links, head, faults }: ChainReport): boolean {
  const isSound = faults.every(({ kind }) => kind === 'text');
  console.log(`${school}  ${links} links  head ${head}  ${isSound ? 'sound' : 'FAULT'}`);
  for (const { number, kind } of faults) console.log(`${school}  link ${number}: ${WORDS[kind]}`);
  return isSound;
}
