import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Infer, JsonSchema } from '../../domain/base/schema.ts';
import { field } from '../../domain/record/fields.ts';
import { STAFF_ROLES } from '../../domain/access/staff-role.ts';
import { parseUsername } from '../../domain/people/username.ts';
import { parseChecked, syncFolderNow } from '../files/atomic-write.ts';
import { accountSchema, type Account } from './account-file.ts';
import { folderName } from './account-store.ts';
import { wrappedKeySchema } from './key-wrapping.ts';

/** An account file of version 1, when an account was a person of a school. */
const earlierSchema = {
  type: 'object',
  properties: {
    version: { const: 1 },
    identity: {
      type: 'object',
      properties: {
        school: field.schoolId,
        schoolName: field.name,
        person: field.personId,
        username: field.shortText,
        surname: field.name,
        givenName: field.name,
        roles: { type: 'array', items: { type: 'string', enum: STAFF_ROLES } },
      },
      required: ['school', 'schoolName', 'person', 'username', 'surname', 'givenName', 'roles'],
      additionalProperties: false,
    },
    lastUsedAt: field.instant,
    generation: { type: 'integer', minimum: 1 },
    databaseKey: wrappedKeySchema,
    journalKey: { type: 'string', maxLength: 4000 },
  },
  required: ['version', 'identity', 'lastUsedAt', 'generation', 'databaseKey'],
  additionalProperties: false,
} as const satisfies JsonSchema;

type Earlier = Infer<typeof earlierSchema>;

const earlierDeviceSchema = {
  type: 'object',
  properties: {
    id: { type: 'string', minLength: 8, maxLength: 64 },
    current: {
      type: 'object',
      properties: { school: field.schoolId, person: field.id },
      required: ['school', 'person'],
      additionalProperties: false,
    },
  },
  required: ['id', 'current'],
  additionalProperties: false,
} as const satisfies JsonSchema;

const ACCOUNT_FILE = /^account(-[1-9][0-9]{0,8})?\.json$/;

/**
 * Takes over the accounts of version 1: their files are written anew, their folders renamed. Keys, journals and the local database stay
 * what they are. Killed half-way, or cut off from power, it goes on at the next start: each step is on the disk before the one after it.
 */
export function moveEarlierAccounts(root: string, deviceFile: string): void {
  const device = read(deviceFile, earlierDeviceSchema);
  for (const name of foldersIn(root)) {
    const folder = join(root, name);
    const account = takeOver(folder);
    if (account === undefined) continue;
    const { identity } = account;
    const place = join(root, folderName(identity));
    if (name !== `${identity.school}-${identity.person}` || existsSync(place)) continue;
    if (device?.current.school === identity.school && device.current.person === identity.person) {
      const { school, username } = identity;
      write(deviceFile, { id: device.id, current: { school, username } });
    }
    renameSync(folder, place);
    syncFolderNow(root);
  }
}

/** Writes the account files of a folder anew; gives back the account, also where that was done before a crash. */
function takeOver(folder: string): Account | undefined {
  for (const name of readdirSync(folder).filter((file) => ACCOUNT_FILE.test(file))) {
    const path = join(folder, name);
    const earlier = read(path, earlierSchema);
    if (earlier !== undefined) write(path, toAccount(earlier));
  }
  return read(join(folder, 'account.json'), accountSchema);
}

/** What version 1 did not know (school pass, profile) comes with the next answer of the server. */
function toAccount({ identity, ...kept }: Earlier): Account {
  const { school, schoolName, username, surname, givenName } = identity;
  const kind = parseUsername(username)?.kind ?? 'staff';
  return {
    ...kept,
    version: 2,
    identity: {
      ...identity,
      kind,
      schoolPass: '0',
      profile: `unknown-${username}`.slice(0, 120),
      portfolio: [{ school, schoolName, username, kind, surname, givenName }],
    },
    databaseName: `campanella-${school}-${identity.person}-${kept.generation}`.toLowerCase(),
    boundTo: 'person',
  };
}

function foldersIn(root: string): readonly string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

function read<const S extends JsonSchema>(path: string, schema: S): Infer<S> | undefined {
  try {
    return parseChecked(readFileSync(path, 'utf8'), schema);
  } catch {
    return undefined;
  }
}

function write(path: string, content: unknown): void {
  writeFileSync(`${path}.tmp`, JSON.stringify(content), { mode: 0o600, flush: true });
  renameSync(`${path}.tmp`, path);
  syncFolderNow(dirname(path));
}
