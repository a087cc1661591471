import type { Actor } from '../../../domain/access/actor.ts';
import { classBucket, readScope, type Bucket } from '../../../domain/access/bucket.ts';
import type { Refusal } from '../../../domain/access/refusal.ts';
import { checkSchema } from '../../../domain/base/check-schema.ts';
import { toEntryId, toInstant, type ClassId, type Instant } from '../../../domain/base/ids.ts';
import { authorizeWrite, isConcerned } from '../../../domain/entries/authorize-write.ts';
import { BUCKET_LAYOUT, bucketsOf, LAYOUT_MARK, mayRead } from '../../../domain/entries/buckets-of.ts';
import { mergeRecords, samePayload } from '../../../domain/entries/merge.ts';
import { asRead } from '../../../domain/entries/read-part.ts';
import { stampRecord } from '../../../domain/entries/stamp-record.ts';
import {
  claimOf,
  isAtHead,
  mergeBase,
  startedFrom,
  type PastVersion,
} from '../../../domain/entries/started-from.ts';
import { factsOfEntry } from '../../../domain/hours/taking/facts-of-entry.ts';
import { byKind, schoolRecordsIn } from '../../../domain/kinds/by-kind.ts';
import { kindOf, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import type {
  PullPage,
  PullRequest,
  PushOutcome,
  PushRow,
  SyncAnswer,
  SyncRequest,
} from '../../../domain/protocol/endpoints/register/sync.ts';
import type { Identity } from '../../../domain/protocol/endpoints/session/session.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import { TAKING_ORDER, type CollectionName } from '../../../domain/record/collection-names.ts';
import { schoolView, type SchoolView } from '../../../domain/school/school-view.ts';
import { pastYearActor } from '../../../domain/school/who/past-year-actor.ts';
import { staffActor } from '../../../domain/school/who/staff-actor.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';

/** A version that the school has, and its place in the order of what arrived. */
interface Stored {
  readonly record: RegisterRecord;
  readonly sequence: number;
}

/** The register of a school as its server keeps it, in memory: rights, merge and buckets are those of `domain/`. */
export interface SchoolRegister {
  /** What is answered to somebody's device. */
  answer(identity: Identity, request: SyncRequest): SyncAnswer;
  /** A record as it stands. */
  record(id: string): RegisterRecord | undefined;
  /** All that happened in a class. */
  ofClass(schoolClass: ClassId): readonly RegisterRecord[];
  /** The school as it was when the page was opened. */
  readonly view: SchoolView;
  /** As whom somebody reads: the year under way, or one that is over. */
  readerOf(identity: Identity, year?: number): Actor;
  /** Takes in what the school's own services have written. */
  write(records: readonly RegisterRecord[]): void;
  /** Puts the register back to what it was before these records arrived; the devices are told with their next request. */
  putBack(lost: readonly RegisterRecord[]): void;
}

/**
 * A register that begins with these records, as if they had just arrived.
 *
 * @param known by what the school decides, where that is more than the devices have heard
 */
export function createSchoolRegister(
  records: readonly RegisterRecord[],
  known: readonly RegisterRecord[] = records,
): SchoolRegister {
  const view = schoolView(schoolRecordsIn(byKind(known)), true);
  const stored = new Map<string, Stored>();
  const history = new Map<string, PastVersion[]>();
  let sequence = 0;
  let generation = 1;
  const now = (): Instant => toInstant(Date.now());

  function store(record: RegisterRecord): RegisterRecord {
    sequence += 1;
    const received = record.receivedAt === undefined ? { ...record, receivedAt: now() } : record;
    stored.set(record.id, { record: received, sequence });
    note({ record: received, hasLost: false });
    return received;
  }
  function note(version: PastVersion): void {
    history.set(version.record.id, [...(history.get(version.record.id) ?? []), version]);
  }
  for (const record of records) store({ ...record, receivedAt: record.receivedAt ?? record.recordedAt });

  function actorOf({ school, person, roles, child }: Identity, year?: number): Actor {
    if (child) {
      const classesOfChild = view.people.get(child.person)?.classes ?? [];
      return { school, person, roles: [], classes: [], child: child.person, classesOfChild };
    }
    const assignments = view.assignmentsOf.get(person) ?? [];
    const today = dayOfInstant(now());
    const past = year === undefined ? undefined : view.years.get(year);
    const member = { school, person, roles, assignments };
    return past ? pastYearActor(view, member, { year: past, today }) : staffActor(view, member, today);
  }

  /** The state that a device started from, by the rule of the server: of what it claims nothing is believed that never stood. */
  function startOf(assumed: PushRow['assumed'], basis: RegisterRecord): RegisterRecord | null {
    const isValid =
      assumed !== null && assumed.kind === basis.kind && checkSchema(kindOf(basis).schema, assumed);
    const claim = claimOf(assumed, isValid ? assumed : null, basis);
    if (claim === null) return null;
    return isAtHead(claim, basis) ? basis : startedFrom(claim, history.get(basis.id) ?? []);
  }

  function push(actor: Actor, { assumed, next }: PushRow): PushOutcome {
    const { id, entry } = next;
    const refused = (refusal: Refusal): PushOutcome => ({ id, entry, outcome: 'refused', refusal });
    const kind = kindOf(next);
    if (!checkSchema(kind.schema, next)) return refused({ reason: 'invalid' });
    const stands = stored.get(id)?.record ?? null;
    if (stands?.entry === entry) return { id, entry, outcome: 'unchanged', receivedAt: now() };
    const around = factsOfEntry(view, actor.person, kind.place(next));
    const isStandIn = (record: RegisterRecord | null) => isConcerned(actor, record, around);
    const basis = stands && (mayRead(actor, stands) || isStandIn(next) || isStandIn(stands)) ? stands : null;
    const mine = stampRecord(actor, next, now(), basis);
    const isSame = basis !== null && samePayload(mine, basis);
    const started = isSame ? basis : basis && startOf(assumed, basis);
    const isConflict = basis !== null && started !== basis;
    const merged = isConflict
      ? mergeRecords({
          base: mergeBase(started, mine),
          mine,
          theirs: basis,
          theirChange: () => basis,
          mergedEntry: toEntryId(crypto.randomUUID()),
        })
      : undefined;
    const facts = {
      ...factsOfEntry(view, actor.person, kind.place(mine)),
      started,
    };
    const decision = authorizeWrite(actor, basis, merged?.merged ?? mine, facts, now());
    if (!decision.ok) return refused(decision.failure);
    if (isSame) return { id, entry, outcome: 'unchanged', receivedAt: now(), master: basis };
    if (isConflict) note({ record: mine, hasLost: true });
    const isLost = isConflict && samePayload(decision.value, basis);
    const master = isLost ? basis : store(decision.value);
    const outcome = { id, entry, receivedAt: now(), master } as const;
    return merged
      ? { ...outcome, outcome: 'merged', conflicts: merged.mineLost }
      : { ...outcome, outcome: 'stored' };
  }

  function pull(actor: Actor, collection: CollectionName, { checkpoint }: PullRequest): PullPage {
    const scope = readScope(actor);
    const isNew = ({ record, sequence: at }: Stored) =>
      kindOf(record).collection === collection &&
      record.school === actor.school &&
      bucketsOf(record).some((bucket) => scope.includes(bucket) && at > (checkpoint[bucket] ?? 0));
    return {
      documents: [...stored.values()].filter(isNew).map(({ record }) => asRead(record, new Set(scope))),
      checkpoint: {
        [LAYOUT_MARK]: BUCKET_LAYOUT,
        ...Object.fromEntries(scope.map((bucket) => [bucket, sequence])),
      },
      more: false,
      revoked: (Object.keys(checkpoint) as Bucket[]).filter(
        (bucket) => bucket !== LAYOUT_MARK && !scope.includes(bucket),
      ),
    };
  }

  return {
    answer(identity, request) {
      const actor = actorOf(identity);
      const rows = TAKING_ORDER.map(
        (name) => [name, (request.push[name] ?? []).map((row) => push(actor, row))] as const,
      );
      const isRestored = request.seen !== undefined && request.seen !== String(generation);
      const held = request.held ?? [];
      const known = new Set([...stored.values()].map(({ record }) => record.entry));
      return {
        protocol: PROTOCOL_VERSION,
        serverTime: now(),
        updateRequired: false,
        push: Object.fromEntries(rows.filter(([, outcomes]) => outcomes.length > 0)),
        pull: isRestored
          ? {}
          : Object.fromEntries(
              Object.entries(request.pull).map(([name, asked]) => [
                name,
                pull(actorOf(identity, request.year), name as CollectionName, asked),
              ]),
            ),
        seen: String(generation),
        ...(isRestored ? { restored: true } : {}),
        ...(held.length > 0
          ? { missing: held.flatMap(({ entry }) => (known.has(entry) ? [] : [entry])) }
          : {}),
      };
    },
    record: (id) => stored.get(id)?.record,
    ofClass: (schoolClass) =>
      [...stored.values()].flatMap(({ record }) =>
        bucketsOf(record).includes(classBucket(schoolClass)) ? [record] : [],
      ),
    view,
    readerOf: actorOf,
    write(records) {
      for (const record of records) store(record);
    },
    putBack(lost) {
      generation += 1;
      for (const { id } of lost) {
        stored.delete(id);
        history.delete(id);
      }
    },
  };
}
