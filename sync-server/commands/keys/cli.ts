import { existsSync, renameSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { adoptKeys } from '../../secrets/confirm-keys.ts';
import {
  dropOlderKeys,
  keyId,
  loadServerKeys,
  makeServerKey,
  rotateServerKey,
  type ServerKeys,
} from '../../secrets/secret-key.ts';
import { StartRefusal } from '../../base/start-refusal.ts';
import { keyFile } from '../../base/data-folder.ts';
import { openStorage } from '../../storage/open.ts';
import { countOnlyOlder, toLines, type OnlyOlder } from './only-older.ts';

const USAGE = `The keys of the server, in signing.key of the data folder. Copy that file with every backup of the database, and keep it apart from it.

  npm run keys -- show                      names of the keys, newest first
  npm run keys -- rotate                    a new key; those of before go on opening what they have sealed
  npm run keys -- drop-older                forgets the keys of before; where only they open something, counts it and keeps them
  npm run keys -- drop-older --lose-sealed  forgets them whatever is lost
  npm run keys -- new --lose-sealed         a first key for a database that has lost its own

  --data DIR     data folder (default: $CAMPANELLA_DATA or ./data)
  --lose-sealed  what only a key that is gone opens is lost: second factors have to be set up again, office passwords reissued

In force from the next start of the server. After a rotation everybody's device renews its session by itself, and who is signing in at that
moment begins again; second factors move to the new key with their recovery codes as they are used. Copy the file to the backup again.
`;

process.exitCode = await run();

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      'lose-sealed': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const data = values.data ?? process.env['CAMPANELLA_DATA'] ?? 'data';
  const act = actOf(positionals.join(' '), values['lose-sealed']);
  if (!act) {
    process.stderr.write(USAGE);
    return 2;
  }
  try {
    const { current, older } = await act(data);
    for (const [index, key] of [current, ...older].entries())
      console.log(`${keyId(key)}  ${index === 0 ? 'current' : 'opens what it has sealed'}`);
    return 0;
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

function actOf(
  name: string,
  mayLose: boolean,
): ((data: string) => ServerKeys | Promise<ServerKeys>) | undefined {
  if (name === 'show') return loadServerKeys;
  if (name === 'rotate') return rotateServerKey;
  if (name === 'drop-older') return async (data) => await dropOlder(data, mayLose);
  return name === 'new' && mayLose ? async (data) => adopted(data, makeNew(data)) : undefined;
}

/** Forgets the keys of before, once nothing is lost with them or somebody has said that it may be. */
async function dropOlder(data: string, mayLose: boolean): Promise<ServerKeys> {
  const lines = toLines(await onlyOlder(data)).map((line) => `  ${line}\n`);
  if (lines.length > 0 && !mayLose)
    throw new StartRefusal(
      `Only the keys of before open:\n${lines.join('')}Nothing was changed. To lose it: npm run keys -- drop-older --lose-sealed`,
    );
  if (lines.length > 0) process.stderr.write(`Lost with the keys of before:\n${lines.join('')}`);
  return await adopted(data, dropOlderKeys(data));
}

async function onlyOlder(data: string): Promise<OnlyOlder> {
  const storage = openStorage(data);
  try {
    return await countOnlyOlder(storage, loadServerKeys(data), Date.now());
  } finally {
    await storage.close();
  }
}

/** The database is told that the key it knew is gone on purpose. */
async function adopted(data: string, keys: ServerKeys): Promise<ServerKeys> {
  const storage = openStorage(data);
  try {
    await adoptKeys(storage, keys.current);
  } finally {
    await storage.close();
  }
  return keys;
}

/** A damaged file is kept aside: somebody may still read a key in it. */
function makeNew(data: string): ServerKeys {
  const file = keyFile(data);
  if (existsSync(file)) renameSync(file, `${file}.before`);
  makeServerKey(data);
  return loadServerKeys(data);
}
