import type { Actor } from '../../../domain/access/actor.ts';
import { readScope } from '../../../domain/access/bucket.ts';
import { REASON_OF_OLD } from '../../../domain/access/refusal.ts';
import { toInstant, type SchoolId } from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { COLLECTION_NAMES } from '../../../domain/record/collection-names.ts';
import { isCollectionName } from '../../../domain/kinds/collections.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type {
  PushOutcome,
  SyncAnswer,
  SyncRequest,
} from '../../../domain/protocol/endpoints/register/sync.ts';
import { OLDEST_RECEIVING_VERSION, PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import type { SchoolReader, Storage } from '../../storage/contract/storage.ts';
import { actorOf, pastActorOf } from '../../school/actor.ts';
import type { ChangeHub } from '../changes/change-hub.ts';
import type { KindRules } from '../batch/batch.ts';
import type { RecordValidator } from '../batch/record-validators.ts';
import type { SchoolSnapshot, SchoolSnapshots } from '../../school/school-snapshots.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';
import { returningOf } from '../devices/device-moment.ts';
import { missingOf } from '../devices/held-elsewhere.ts';
import type { SeenLinks } from '../devices/seen-link.ts';
import {
  isVisitWorthNoting,
  momentOfVisit,
  noteVisit,
  seenLinkFor,
  recognise,
  type Visit,
} from '../devices/visit.ts';
import { pageText } from './page-text.ts';
import { pullPage, type PageTexts } from './pull.ts';
import { push, type PushResult } from './push.ts';

/** What synchronisation works with. */
export interface SyncContext {
  readonly storage: Storage;
  readonly snapshots: SchoolSnapshots;
  readonly validate: RecordValidator;
  readonly kinds: KindRules;
  readonly hub: ChangeHub;
  readonly now: () => number;
  /** Makes sure that the day has begun at a school, before anything is read or written. */
  readonly beginDay?: (school: SchoolId) => Promise<void>;
  /** Proofs of how far devices have seen the school's history. */
  readonly links: SeenLinks;
  /** Told how many rows of a collection had an outcome, for the metrics. */
  readonly onOutcome?: (collection: string, outcome: PushOutcome['outcome'], rows: number) => void;
}

/**
 * One round trip of a device: takes its rows, then reads its pages; the answer is JSON text of a sync answer. `beforePull` is waited for
 * when the rows are taken and before anything is read.
 */
export type Sync = (
  who: SignedIn,
  request: SyncRequest,
  beforePull?: () => Promise<void>,
) => Promise<Result<string, Failure>>;

/**
 * Synchronisation: the push in one transaction of the school, then the pull in one snapshot that includes it. Who asks is looked at in
 * the transaction and in the snapshot: a session that has ended while the body was on its way writes and reads nothing.
 */
export function createSync(context: SyncContext): Sync {
  const { storage, snapshots, validate, kinds, hub, now, beginDay, onOutcome, links } = context;
  const NOBODY: Failure = { kind: 'notSignedIn', message: 'No longer a member of the staff' };

  /** Who asks, on a device that the store knows, as of the snapshot or transaction. */
  const present = async (reader: SchoolReader, who: SignedIn, request: SyncRequest, at: number) => {
    const session = await reader.session(who.session);
    if (!session || session.endReason !== null) return undefined;
    const snapshot = await snapshots.at(who.school, reader);
    const actor = actorOf(snapshot, who, at);
    if (!actor) return undefined;
    const visit = await recognise(reader, who.school, session, links, request, at);
    return { actor, snapshot, visit };
  };

  /** What is read: the year that is under way, or one that is over and is asked for by its name. */
  const scopeOf = (found: Present, who: SignedIn, { year }: SyncRequest, at: number) => {
    const actor = year === undefined ? found.actor : pastActorOf(found.snapshot, who, at, year);
    return actor ? readScope(actor) : [];
  };

  const pushed = async (who: SignedIn, request: SyncRequest) =>
    await storage.transaction(who.school, async (transaction) => {
      const at = now();
      const found = await present(transaction, who, request, at);
      if (!found) return undefined;
      const { actor, snapshot, visit } = found;
      const moment = momentOfVisit(visit, at);
      const { deliveredAt } = visit.device;
      const returning = returningOf(visit.device, at);
      const { protocol } = request;
      const contact = {
        moment,
        sawUntil: deliveredAt ?? undefined,
        returningSince: returning === undefined ? undefined : toInstant(returning),
        protocol,
      };
      const batch = { actor, device: who.device, now: toInstant(at), snapshot, kinds, ...contact };
      // What a row says of the state it started from is of another store: the device looks at its entries first, and sends them then.
      const rows = visit.restored ? {} : request.push;
      const result = await push(transaction, batch, validate, rows);
      const held = visit.restored ? [] : (request.held ?? []);
      const missing = await missingOf(transaction, actor, visit, held, at);
      // A row that was left out was written before: it has not been delivered.
      const words = result.isWhole ? request : { ...request, settled: false };
      await noteVisit(transaction, visit, words, at, cameBackIn(result, request, visit));
      const seen = seenLinkFor(links, visit, await transaction.lastLink());
      return { ...result, restored: visit.restored, missing, seen };
    });

  const pulled = async (reader: SchoolReader, who: SignedIn, request: SyncRequest) => {
    const at = now();
    const found = await present(reader, who, request, at);
    if (!found) return undefined;
    const { visit } = found;
    const scope = scopeOf(found, who, request, at);
    const heads = await reader.heads();
    const pages: [string, PageTexts][] = [];
    for (const name of visit.restored ? [] : COLLECTION_NAMES) {
      const page = Object.hasOwn(request.pull, name) ? request.pull[name] : undefined;
      if (page) pages.push([name, await pullPage(reader, scope, name, heads[name] ?? 0, page)]);
    }
    const seen = seenLinkFor(links, visit, await reader.lastLink());
    return { pages, visit, seen, isNew: isVisitWorthNoting(visit, request, at) };
  };

  return async (who, request, beforePull) => {
    let outcomes: PushResult['outcomes'] = {};
    let words: StoreWords = {};
    const isPush = Object.values(request.push).some((rows) => rows.length > 0);
    const isWrite = isPush || request.held !== undefined;
    await beginDay?.(who.school);
    if (isWrite) {
      const result = await pushed(who, request);
      if (!result) return fail(NOBODY);
      // After the commit: a device that is told earlier would pull and find nothing.
      hub.publish(who.school, result.touched);
      outcomes = request.protocol < KNOWS_NOT_YET ? inOldWords(result.outcomes) : result.outcomes;
      words = wordsOf(result);
      for (const [collection, answers] of Object.entries(outcomes))
        for (const [outcome, own] of Map.groupBy(answers, (answer) => answer.outcome))
          onOutcome?.(collection, outcome, own.length);
    }
    const updateRequired = request.protocol < OLDEST_RECEIVING_VERSION;
    // Whoever only delivers was recognised by the push, and needs no second snapshot.
    const isDeliveryOnly = isWrite && Object.keys(request.pull).length === 0;
    let pages: readonly [string, PageTexts][] = [];
    if (!updateRequired && Object.keys(request.pull).length > 0) await beforePull?.();
    if (!updateRequired && !isDeliveryOnly) {
      const found = await storage.read(who.school, (reader) => pulled(reader, who, request));
      if (!found) return fail(NOBODY);
      pages = found.pages;
      const restored = found.visit.restored || words.restored === true;
      words = { ...words, seen: found.seen, ...(restored ? { restored } : {}) };
      // Families write nothing: there is no moment to keep.
      if (found.isNew && !isWrite && who.kind === 'staff') await noteAlone(who, request);
    }
    const head = {
      protocol: PROTOCOL_VERSION,
      serverTime: toInstant(now()),
      updateRequired,
      push: outcomes,
      ...words,
    };
    return ok(`${JSON.stringify(head).slice(0, -1)},"pull":{${pages.map(pageText).join(',')}}}`);
  };

  /** Writes down what a request without rows has told of its device. */
  async function noteAlone(who: SignedIn, request: SyncRequest): Promise<void> {
    await storage.transaction(who.school, async (transaction) => {
      const at = now();
      const found = await present(transaction, who, request, at);
      if (found) await noteVisit(transaction, found.visit, request, at, 0);
    });
  }
}

/** Who asks, and the school as it stands. */
interface Present {
  readonly actor: Actor;
  readonly snapshot: SchoolSnapshot;
}

/** What an answer says of the store. */
type StoreWords = Pick<SyncAnswer, 'seen' | 'restored' | 'missing'>;

function wordsOf({ seen, restored, missing }: Required<StoreWords>): StoreWords {
  return { seen, ...(restored ? { restored } : {}), ...(missing.length > 0 ? { missing } : {}) };
}

/** How many rows of a device that sends again came back: written before the loss was noticed, and new to this store. */
function cameBackIn({ outcomes }: PushResult, { push: rows }: SyncRequest, { device }: Visit): number {
  if (device.returningSince === null) return 0;
  const noticedAt = toInstant(device.returningSince);
  let count = 0;
  for (const [collection, answers] of Object.entries(outcomes))
    answers.forEach(({ outcome }, index) => {
      const next = isCollectionName(collection) ? rows[collection]?.[index]?.next : undefined;
      if ((outcome === 'stored' || outcome === 'merged') && next && next.recordedAt <= noticedAt) count += 1;
    });
  return count;
}

/** The first version of the protocol that knows the reason `notYet`. */
const KNOWS_NOT_YET = 3;

/** Answers in the reasons that an older device knows: it can neither show nor keep another one. */
function inOldWords(outcomes: PushResult['outcomes']): PushResult['outcomes'] {
  return Object.fromEntries(
    Object.entries(outcomes).map(([collection, answers]) => [
      collection,
      answers.map((answer) => {
        const { refusal } = answer;
        const reason = refusal && REASON_OF_OLD[refusal.reason];
        return reason ? { ...answer, refusal: { ...refusal, reason } } : answer;
      }),
    ]),
  );
}
