import { toInstant, type Instant, type SchoolId } from '../../../domain/base/ids.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import { kindOf, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { samePayload } from '../../../domain/entries/merge.ts';
import { toPlainTexts } from '../../base/plain-text.ts';
import type { NewVersion, SchoolReader, SchoolTransaction } from '../../storage/contract/storage.ts';
import { createPostOffice } from '../../mail/post-office.ts';
import { createRecordNoter, tellOfRecordChanges } from '../../identity/proofs/note-record-changes.ts';
import { onceCounted } from '../../identity/proofs/once-counted.ts';
import { refusedIn, withoutRefused, type Change } from '../../identity/proofs/without-refused.ts';
import { collectingInNewClasses, daysInNewClasses } from '../../kinds/class-change/in-new-classes.ts';
import { papersInClasses } from '../../kinds/class-change/papers-in-classes.ts';
import { takenAlong } from '../../kinds/class-change/taken-along.ts';
import { nameListsAfter } from '../../kinds/name-list/name-lists.ts';
import { recordValidator, type RecordValidator } from '../../register/batch/record-validators.ts';
import { createSchoolSnapshots } from '../../school/school-snapshots.ts';

/** How writes of the office's own services are named in the history. */
const OFFICE_DEVICE = 'server';

/** Writes the school's own records, within a transaction that others have begun. */
export interface RosterWriter {
  /** A record as a version, where it is valid and of the school; throws where it is not. */
  check(school: SchoolId, record: RegisterRecord): NewVersion;
  /** Writes what does not stand already, notes what of it has to be confirmed, and tells its owners; answers what was written. */
  write(
    transaction: SchoolTransaction,
    school: SchoolId,
    records: readonly RegisterRecord[],
  ): Promise<readonly RegisterRecord[]>;
  /** What of these versions does not stand already. */
  changesOf(reader: SchoolReader, versions: readonly NewVersion[]): Promise<readonly Change[]>;
  /** Notes what of the changes has to be confirmed, and tells its owners. Before anything of them is written. */
  note(transaction: SchoolTransaction, school: SchoolId, changes: readonly Change[]): Promise<void>;
  /**
   * What follows from these records in others: the days, collectors and papers of pupils whose class they change stand in the new class too,
   * the hours of the old one are counted for it, and lists of names say who is in it; answers what was written.
   */
  follow(
    transaction: SchoolTransaction,
    school: SchoolId,
    records: readonly RegisterRecord[],
  ): Promise<readonly RegisterRecord[]>;
  stamped(versions: readonly NewVersion[]): readonly NewVersion[];
}

/** When a record arrived, where that is not now: a demonstration tells of weeks ago. */
export type ArrivalOf = (record: RegisterRecord) => Instant;

/** A writer with a clock. */
export function createRosterWriter(now: () => number, arrivalOf?: ArrivalOf): RosterWriter {
  const validate = recordValidator();
  // Whoever sends looks for new messages by itself.
  const postOffice = createPostOffice({ now, wakeSender: undefined });

  const writer: RosterWriter = {
    // A file says what it says: a text in it that cannot be kept loses what is wrong with it, and nothing else.
    check: (school, record) => check(validate, school, toPlainTexts(record)),
    changesOf,
    async write(transaction, school, records) {
      const versions = records.map((record) => writer.check(school, record));
      const changes = withoutRefused(
        await changesOf(transaction, versions),
        await refusedIn(transaction.accounts, versions),
      );
      await writer.note(transaction, school, changes);
      const changed = changes.map(({ version }) => version);
      await transaction.append(writer.stamped(changed));
      const written = changed.map(({ record }) => record);
      return [...written, ...(await writer.follow(transaction, school, written))];
    },
    async note(transaction, school, changes) {
      const { accounts } = transaction;
      const counted = async (person: Parameters<typeof onceCounted>[1]) =>
        await onceCounted(transaction, person);
      const noteOne = createRecordNoter(accounts, { school, at: now(), counted });
      const noted = [];
      for (const { version, standing } of changes) {
        const news = await noteOne(version.record, standing);
        if (news) noted.push(news);
      }
      const known = noted.filter(({ accounts: own }) => own.length > 0);
      if (known.length === 0) return;
      // Snapshots of its own: what they read is never kept.
      const snapshot = await createSchoolSnapshots().at(school, transaction);
      await tellOfRecordChanges({ accounts, snapshot, now, postOffice }, known);
    },
    async follow(transaction, school, records) {
      const at = toInstant(now());
      const following = [
        ...(await daysInNewClasses(transaction, records, at)),
        ...(await collectingInNewClasses(transaction, records, at)),
        ...(await papersInClasses(transaction, records, at)),
        ...(await takenAlong(transaction, { school, now: at }, records)),
        ...(await nameListsAfter(transaction, school, records, at)),
      ];
      await transaction.append(following);
      return following.map(({ record }) => record);
    },
    stamped(versions) {
      const at = toInstant(now());
      return versions.map((version) => {
        const receivedAt = arrivalOf?.(version.record) ?? at;
        return { ...version, record: { ...version.record, receivedAt } };
      });
    },
  };
  return writer;
}

function check(validate: RecordValidator, school: SchoolId, record: RegisterRecord): NewVersion {
  const collection = kindOf(record).collection;
  const result = validate(collection, record);
  if (!result.ok) throw new Error(`Not a valid ${record.kind}: ${record.id}, field "${result.failure.path}"`);
  const contradiction = kindOf(record).contradiction?.(record);
  if (contradiction) throw new Error(`Record ${record.id} contradicts itself in "${contradiction.path}"`);
  if (record.school !== school) throw new Error(`Record ${record.id} belongs to another school`);
  return { collection, record, device: OFFICE_DEVICE, outcome: 'stored' };
}

async function changesOf(reader: SchoolReader, versions: readonly NewVersion[]): Promise<readonly Change[]> {
  const current = await currentStates(reader, versions);
  return versions.flatMap((version) => {
    const { collection, record } = version;
    const standing = current.get(key(collection, record.id));
    current.set(key(collection, record.id), record);
    return standing !== undefined && samePayload(standing, record) ? [] : [{ version, standing }];
  });
}

async function currentStates(
  reader: SchoolReader,
  versions: readonly NewVersion[],
): Promise<Map<string, RegisterRecord>> {
  const states = new Map<string, RegisterRecord>();
  for (const [collection, own] of Map.groupBy(versions, (version) => version.collection)) {
    const ids = own.map(({ record }) => record.id);
    for (const [id, json] of await reader.documents(collection, ids))
      states.set(key(collection, id), storedRecord(json));
  }
  return states;
}

function key(collection: CollectionName, id: string): string {
  return `${collection}/${id}`;
}
