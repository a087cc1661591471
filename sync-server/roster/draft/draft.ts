import { randomBytes } from 'node:crypto';
import {
  toEntryId,
  toInstant,
  toPersonId,
  type LocalDate,
  type PersonId,
  type SchoolId,
} from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { uuidV7 } from '../../../domain/base/uuid-v7.ts';
import type { RecordKind, RecordOfKind, RegisterRecord } from '../../../domain/kinds/registry.ts';
import { samePayload } from '../../../domain/entries/merge.ts';
import type { ReportKind } from '../../../domain/protocol/endpoints/office/import-report.ts';
import { noCounts, type ReportCounts } from '../report/import-report.ts';

/** Random bytes asked for at once: a call for each of a hundred thousand records takes longer than the rest of its name. */
const POOL = 10 * 1024;
const TEN = 10;

/** Ten random bytes at a time, each given out once. */
function createRandomTens(): () => Uint8Array {
  let pool = randomBytes(0);
  let next = 0;
  return () => {
    if (next >= pool.length) {
      pool = randomBytes(POOL);
      next = 0;
    }
    next += TEN;
    return pool.subarray(next - TEN, next);
  };
}

type EnvelopeKey = 'school' | 'author' | 'entry' | 'recordedAt' | 'receivedAt';
type WithoutEnvelope<R> = R extends RegisterRecord ? Omit<R, EnvelopeKey> : never;
/** A record before the import stamps it. */
export type Payload = WithoutEnvelope<RegisterRecord>;

/** What became of something in an import. */
export type Fate = 'created' | 'updated' | 'unchanged';

/** The school's records as they are and as the import would leave them; nothing is written before the end. */
export interface Draft {
  readonly school: SchoolId;
  readonly today: LocalDate;
  readonly newPersonId: () => PersonId;
  readonly all: <K extends RecordKind>(kind: K) => readonly RecordOfKind<K>[];
  readonly get: <K extends RecordKind>(kind: K, id: string) => RecordOfKind<K> | undefined;
  /** Puts a record, and counts it under the thing it tells of (a person's two records are one thing). */
  readonly put: (payload: Payload, counted: ReportKind, thing?: string) => void;
  readonly counts: () => Readonly<Record<Fate, ReportCounts>>;
  /** The records to write; none when nothing but an empty school would come of it. */
  readonly changes: () => readonly RegisterRecord[];
}

/** Opens a draft over the records a school has. */
export function createDraft(
  existing: readonly RegisterRecord[],
  options: { readonly school: SchoolId; readonly author: PersonId; readonly now: number },
): Draft {
  const { school, author, now } = options;
  const recordedAt = toInstant(now);
  const randomTen = createRandomTens();
  const uuid = () => uuidV7(now, randomTen());
  const byKind = new Map<RecordKind, Map<string, RegisterRecord>>();
  const kindMap = (kind: RecordKind) => {
    const found = byKind.get(kind) ?? new Map<string, RegisterRecord>();
    byKind.set(kind, found);
    return found;
  };
  for (const record of existing) kindMap(record.kind).set(record.id, record);
  const changed = new Map<string, RegisterRecord>();
  const fates = new Map<string, { readonly counted: ReportKind; readonly fate: Fate }>();

  const settle = (counted: ReportKind, thing: string, fate: Fate) => {
    const before = fates.get(thing)?.fate;
    // Something created stays so however often later rows touch it. What was there changes, also where a further record of it is made.
    if (before === 'created' || before === 'updated') return;
    fates.set(thing, { counted, fate: before === 'unchanged' && fate === 'created' ? 'updated' : fate });
  };
  const hasContent = () =>
    [...fates.values()].some(({ counted }) => counted !== 'schools' && counted !== 'years');

  return {
    school,
    today: dayOfInstant(recordedAt),
    newPersonId: () => toPersonId(uuid()),
    // Each map holds records of its own kind only.
    all: <K extends RecordKind>(kind: K) =>
      [...kindMap(kind).values()] as unknown as readonly RecordOfKind<K>[],
    get: <K extends RecordKind>(kind: K, id: string) => kindMap(kind).get(id) as RecordOfKind<K> | undefined,
    put: (payload, counted, thing = `${payload.kind}/${payload.id}`) => {
      const stands = kindMap(payload.kind).get(payload.id);
      // The payload has everything but the envelope, which is added here.
      if (stands && samePayload(stands, payload as RegisterRecord)) {
        settle(counted, thing, 'unchanged');
        return;
      }
      const record = { ...payload, school, author, entry: toEntryId(uuid()), recordedAt } as RegisterRecord;
      kindMap(payload.kind).set(payload.id, record);
      changed.set(`${payload.kind}/${payload.id}`, record);
      settle(counted, thing, stands ? 'updated' : 'created');
    },
    counts: () => {
      const counts = { created: noCounts(), updated: noCounts(), unchanged: noCounts() };
      if (hasContent()) for (const { counted, fate } of fates.values()) counts[fate][counted] += 1;
      return counts;
    },
    changes: () => (hasContent() ? [...changed.values()] : []),
  };
}
