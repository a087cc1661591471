import type { ListFault, SchoolList } from '../../domain/protocol/school-list.ts';
import { Stop } from '../system/step.ts';
import { createKeyPair, isReadByOthers, readPublicKey } from './key-pair.ts';
import { readSchoolsCommand, UsageError, type SchoolsCommand } from './options.ts';
import { readSignedList } from './read-signed-list.ts';
import { readText } from './read-text.ts';
import { signFile } from './sign-file.ts';

/** Where the command speaks, and what time it is. */
export interface Surroundings {
  readonly now: number;
  readonly print: (text: string) => void;
  readonly warn: (text: string) => void;
}

const faults: Record<ListFault, string> = {
  malformed: 'is not a signed list',
  notSigned: 'is not signed by this key',
  notAList: 'is signed, but what it says is not a list of schools',
};

/** Runs `npm run schools` and answers the exit code; refusals that the user can act on are thrown as {@link Stop}. */
export async function runSchools(
  args: readonly string[],
  { now, print, warn }: Surroundings = { now: Date.now(), print: console.log, warn: console.error },
): Promise<number> {
  let command: SchoolsCommand;
  try {
    command = readSchoolsCommand(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    warn(error.message);
    return 2;
  }
  switch (command.kind) {
    case 'help':
      print(command.text);
      return 0;
    case 'keys':
      print(await makeKeys(command.out));
      return 0;
    case 'sign': {
      if (await isReadByOthers(command.key).catch(() => false))
        warn(`Others on this computer can read ${command.key}: chmod 600 ${command.key}`);
      const { jws, schools, ends } = await signFile(command, now);
      if (command.out === undefined) print(jws);
      // Not to standard output, which may be the list itself.
      warn(
        `Signed ${count(schools)}${command.out === undefined ? '' : ` in ${command.out}`}, good until ${ends}.`,
      );
      return 0;
    }
    case 'check':
      return await check(command, now, print);
  }
}

async function makeKeys(folder: string): Promise<string> {
  const { file, publicKey } = await createKeyPair(folder);
  const directory = { url: 'https://ADDRESS-OF-THE-LIST/schools.jws', publicKey };
  return `Private key: ${file}. Keep a copy where no fire reaches both; whoever has it names the servers of all schools.

Public key, for the school file of each installer, with the address at which the signed list will be:

  "directory": ${JSON.stringify(directory, undefined, 2).replaceAll('\n', '\n  ')}
`;
}

async function check(
  { file, publicKey }: SchoolsCommand & { readonly kind: 'check' },
  now: number,
  print: (text: string) => void,
): Promise<number> {
  const read = await readSignedList(await readText(file, 'signed list'), await readPublicKey(publicKey));
  if (!read.ok) throw new Stop(`${file} ${faults[read.failure]}.`);
  print(describeList(read.value));
  if (Date.parse(read.value.expiresAt) <= now)
    throw new Stop('It has ended: devices do not use it any more.');
  return 0;
}

function describeList({ issuedAt, expiresAt, schools }: SchoolList): string {
  const rows = schools.map(({ school, name, city, server }) => `  ${school}  ${server}  ${name}, ${city}`);
  return [`Issued ${issuedAt}`, `Ends   ${expiresAt}`, count(schools.length), ...rows].join('\n');
}

function count(schools: number): string {
  return schools === 1 ? '1 school' : `${schools} schools`;
}
