import { readScope } from '../../../domain/access/buckets.ts';
import { REASON_OF_OLD } from '../../../domain/access/refusal.ts';
import { toInstant } from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { COLLECTION_NAMES } from '../../../domain/records/collections.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { PushOutcome, SyncRequest } from '../../../domain/protocol/sync.ts';
import { OLDEST_RECEIVING_VERSION, PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import type { SchoolReader, Storage } from '../../storage/storage.ts';
import { actorOf } from '../actor.ts';
import type { ChangeHub } from '../change-hub.ts';
import type { RecordValidator } from '../record-validators.ts';
import type { SchoolDirectory } from '../school-directory.ts';
import type { SignedIn } from '../session/authenticate.ts';
import { pullPage, type PageTexts } from './pull.ts';
import { push, type PushResult } from './push.ts';

/** What synchronisation works with. */
export interface SyncContext {
  readonly storage: Storage;
  readonly directory: SchoolDirectory;
  readonly validate: RecordValidator;
  readonly hub: ChangeHub;
  readonly now: () => number;
  /** Told how many rows of a collection had an outcome, for the metrics. */
  readonly onOutcome?: (collection: string, outcome: PushOutcome['outcome'], rows: number) => void;
}

/** One round trip of a device: takes its rows, then reads its pages; the answer is JSON text of a sync answer. */
export type Sync = (who: SignedIn, request: SyncRequest) => Promise<Result<string, Failure>>;

/** Synchronisation: the push in one transaction of the school, then the pull in one snapshot that includes it. */
export function createSync(context: SyncContext): Sync {
  const { storage, directory, validate, hub, now, onOutcome } = context;
  const NOBODY: Failure = { kind: 'notSignedIn', message: 'No longer a member of the staff' };

  const pushed = async (who: SignedIn, rows: SyncRequest['push']): Promise<PushResult | undefined> =>
    await storage.transaction(who.school, async (transaction) => {
      const snapshot = await directory.at(who.school, transaction);
      const actor = actorOf(snapshot, who, now());
      if (!actor) return undefined;
      const batch = { actor, device: who.device, now: toInstant(now()), snapshot };
      return await push(transaction, batch, validate, rows);
    });

  const pulled = async (reader: SchoolReader, who: SignedIn, requests: SyncRequest['pull']) => {
    const actor = actorOf(await directory.at(who.school, reader), who, now());
    if (!actor) return undefined;
    const scope = readScope(actor);
    const heads = await reader.heads();
    const pages: [string, PageTexts][] = [];
    for (const name of COLLECTION_NAMES) {
      const request = Object.hasOwn(requests, name) ? requests[name] : undefined;
      if (request) pages.push([name, await pullPage(reader, scope, name, heads[name] ?? 0, request)]);
    }
    return pages;
  };

  return async (who, request) => {
    let outcomes: PushResult['outcomes'] = {};
    const isPush = Object.values(request.push).some((rows) => rows.length > 0);
    if (isPush) {
      const result = await pushed(who, request.push);
      if (!result) return fail(NOBODY);
      // After the commit: a device that is told earlier would pull and find nothing.
      hub.publish(who.school, result.touched);
      outcomes = request.protocol < KNOWS_NOT_YET ? inOldWords(result.outcomes) : result.outcomes;
      for (const [collection, answers] of Object.entries(outcomes))
        for (const [outcome, own] of Map.groupBy(answers, (answer) => answer.outcome))
          onOutcome?.(collection, outcome, own.length);
    }
    const updateRequired = request.protocol < OLDEST_RECEIVING_VERSION;
    // Whoever only delivers was recognised by the push, and needs no second snapshot.
    const isDeliveryOnly = isPush && Object.keys(request.pull).length === 0;
    const pages =
      updateRequired || isDeliveryOnly
        ? []
        : await storage.read(who.school, (reader) => pulled(reader, who, request.pull));
    if (!pages) return fail(NOBODY);
    const head = { protocol: PROTOCOL_VERSION, serverTime: toInstant(now()), updateRequired, push: outcomes };
    return ok(`${JSON.stringify(head).slice(0, -1)},"pull":{${pages.map(pageText).join(',')}}}`);
  };
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

/** Documents go out as the texts they are stored as: parsing and writing them again would be most of the work of a pull. */
function pageText([collection, page]: readonly [string, PageTexts]): string {
  const { documents, ...rest } = page;
  return `${JSON.stringify(collection)}:{"documents":[${documents.join(',')}],${JSON.stringify(rest).slice(1)}`;
}
