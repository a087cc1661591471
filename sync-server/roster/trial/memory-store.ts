import { Ajv } from 'ajv';
import type { SchoolId } from '../../../domain/base/ids.ts';
import { collections } from '../../../domain/kinds/collections.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { NO_ROSTER, RosterMoved, type NewAccount, type RosterStore } from '../roster-store.ts';

/** A roster store in memory that validates as the real one does, and counts its writes. */
export interface MemoryStore extends RosterStore {
  readonly records: () => readonly RegisterRecord[];
  readonly writes: () => number;
  readonly accounts: readonly NewAccount[];
}

const ajv = new Ajv({ strict: false });
const validators = new Map(
  Object.values(collections).flatMap(({ kinds }) =>
    Object.entries(kinds).map(([kind, schema]) => [kind, ajv.compile(schema)] as const),
  ),
);

/** Starts an empty store, or one with records. */
export function createMemoryStore(initial: readonly RegisterRecord[] = []): MemoryStore {
  const records = new Map<string, RegisterRecord>();
  const put = (record: RegisterRecord) => {
    const validate = validators.get(record.kind);
    if (validate?.(record) !== true)
      throw new Error(`Not a valid ${record.kind}: ${record.id} ${JSON.stringify(validate?.errors)}`);
    records.set(`${record.school}/${record.kind}/${record.id}`, record);
  };
  for (const record of initial) put(record);
  const accounts: NewAccount[] = [];
  let writes = 0;
  const versions = new Map<SchoolId, number>();
  const versionOf = (school: SchoolId) => versions.get(school)?.toString() ?? NO_ROSTER.version;
  const ofSchool = (school: SchoolId) => [...records.values()].filter((record) => record.school === school);
  return {
    records: () => [...records.values()],
    writes: () => writes,
    accounts,
    schools: async () =>
      await Promise.resolve([...records.values()].filter((record) => record.kind === 'school')),
    readRoster: async (school) =>
      await Promise.resolve({ records: ofSchool(school), version: versionOf(school) }),
    write: async (school, written, basedOn) => {
      if (basedOn !== undefined && basedOn !== versionOf(school)) throw new RosterMoved();
      writes += 1;
      versions.set(school, writes);
      for (const record of written) put(record);
      await Promise.resolve();
    },
    saveAccounts: async (saved) => {
      accounts.push(...saved);
      await Promise.resolve();
    },
  };
}
