import type { EntryId } from '../../../../domain/base/ids.ts';
import type {
  HeldEntry,
  SyncAnswer,
  PullRequest,
  PushRow,
} from '../../../../domain/protocol/endpoints/register/sync.ts';
import { FAILURES } from '../../../../domain/protocol/failure-table.ts';
import type { CollectionName } from '../../../../domain/record/collection-names.ts';
import type { BackOff } from './back-off.ts';
import type { PostResult, PostSync } from './post-sync.ts';
import { createRequestSize, TOO_LONG, type Part } from './request-size.ts';
import {
  amountsOf,
  takePulls,
  takeRows,
  toRequest,
  type DeviceWords,
  type PullOnItsWay,
  type QuestionOnItsWay,
  type ReceivedPage,
  type RowAnswer,
  type RowOnItsWay,
  type SyncBatch,
} from './sync-batch.ts';

/** The one way to the server: pushes and pulls of all collections, gathered into as few requests as possible. */
export interface Transport {
  /** Sends one row; resolves when the server has decided, however long the network takes. */
  push(collection: CollectionName, row: PushRow): Promise<RowAnswer>;
  pull(collection: CollectionName, request: PullRequest): Promise<ReceivedPage | undefined>;
  /** Asks which versions the store lacks; undefined when it did not say. */
  ask(held: readonly HeldEntry[]): Promise<readonly EntryId[] | undefined>;
  /** There is reason to believe that the server can be reached: do not wait any longer. */
  wake(): void;
  close(): void;
}

/** What a transport tells about the line. */
export interface TransportEvents {
  readonly onSyncing: (syncing: boolean) => void;
  readonly onAnswer: (answer: SyncAnswer, sentAt: number, answeredAt: number) => void;
  /** The store was put back from an older copy: no row goes to it until the device knows what it lacks. */
  readonly onRestored: () => void;
  readonly onFailure: (result: Exclude<PostResult, { readonly kind: 'answer' }>) => void;
}

/** Handlers of all collections that start in the same moment share a request. */
const GATHER = 4;
const LARGEST_REQUEST = 1_000_000;
/** Internal errors in a row after which the rows themselves are suspected, and bad requests after which a row is given up. */
const SUSPICIOUS_FAILURES = 3;
const MOST_UNANSWERED = 3;
/** A busy server says when to come again; whatever else has kept silent for so long may be a line that takes so much no faster. */
function isSlowLine(result: PostResult, took: number): boolean {
  const isToldWhen = result.kind === 'failure' && result.retryAfter !== undefined;
  return took >= TOO_LONG && !isToldWhen;
}

/** Why a row is given back without an outcome. */
type Verdict = Exclude<RowAnswer['kind'], 'outcome'>;

/** What a transport works with. */
export interface TransportTools {
  readonly client: string;
  readonly deviceTime: () => number;
  /** What the device tells of itself beside these rows. */
  readonly wordsFor: (rows: readonly RowOnItsWay[]) => DeviceWords;
  /** No row goes out: it is not known yet what the server's store lacks. */
  readonly isPaused: () => boolean;
}

/** A transport over a way to post; one request at a time, so that nothing overtakes. */
export function createTransport(
  post: PostSync,
  backOff: BackOff,
  events: TransportEvents,
  { client, deviceTime, wordsFor, isPaused }: TransportTools,
): Transport {
  let rows: RowOnItsWay[] = [];
  let pulls: PullOnItsWay[] = [];
  let questions: QuestionOnItsWay[] = [];
  const state = { running: false, closed: false };
  let internalFailures = 0;
  const size = createRequestSize();
  /** While the row that spoils a request is looked for, rows travel without pulls: it may be neither. */
  let isolating = false;
  /** Rows given back because the server fails, since it answered last. */
  let givenBack = 0;
  /** The row that the server last called a bad request when it came alone, and how often in a row. */
  let rejected: { readonly row: RowOnItsWay; readonly times: number } | undefined;

  function start(): void {
    if (state.running || state.closed) return;
    state.running = true;
    void run();
  }

  async function run(): Promise<void> {
    events.onSyncing(true);
    await new Promise((resolve) => {
      setTimeout(resolve, GATHER);
    });
    while (!state.closed && rows.length + pulls.length + questions.length > 0) await exchange();
    state.running = false;
    events.onSyncing(false);
  }

  function waitingParts(): readonly Part[] {
    // A server that fails at row after row may still give pages; one that does not is asked for nothing else until it works.
    if (givenBack > 1 && pulls.length > 0) return ['pages'];
    if (isolating) return ['rows'];
    const queues: Readonly<Record<Part, readonly unknown[]>> = { rows, held: questions, pages: pulls };
    return (['rows', 'held', 'pages'] as const).filter((part) => queues[part].length > 0);
  }

  function nextBatch(): SyncBatch {
    if (rows.length === 0) isolating = false;
    const parts = new Set(size.next(waitingParts()));
    const question = parts.has('held') ? questions[0] : undefined;
    return {
      rows: parts.has('rows') ? takeRows(rows, { bytes: LARGEST_REQUEST, rows: size.most('rows') }) : [],
      pulls: parts.has('pages') ? takePulls(pulls, size.most('pages')) : [],
      documents: size.most('pages'),
      question,
      held: question?.held.slice(0, size.most('held')) ?? [],
    };
  }

  async function exchange(): Promise<void> {
    const batch = nextBatch();
    const sentAt = deviceTime();
    const result = await post(toRequest(batch, client, wordsFor(batch.rows)));
    if (state.closed) return;
    if (result.kind === 'answer') {
      backOff.succeed();
      internalFailures = 0;
      givenBack = 0;
      size.answered(amountsOf(batch), deviceTime() - sentAt);
      const { answer } = result;
      if (answer.restored) events.onRestored();
      events.onAnswer(answer, sentAt, deviceTime());
      deliver(batch, answer);
      // Pages that were asked for meanwhile would be of the store of now: nothing of it may come before it is known what it lacks.
      if (answer.restored) release();
      return;
    }
    const verdict = batch.rows.length > 0 ? verdictOf(result) : undefined;
    if (verdict && narrow(batch, verdict)) return;
    if (!verdict) rejected = undefined;
    if (isSlowLine(result, deviceTime() - sentAt)) giveWay(batch);
    events.onFailure(result);
    await backOff.wait(result.kind === 'failure' ? result.retryAfter : undefined);
  }

  /** What a failure says about the content sent. Only the server's own words count: gateways and portals answer with any status. */
  function verdictOf(result: PostResult): Verdict | undefined {
    if (result.kind !== 'failure') return undefined;
    const { status, failure } = result;
    if (failure === undefined || status !== FAILURES[failure].status) return undefined;
    const { ofRows } = FAILURES[failure];
    if (ofRows !== 'unanswered') return ofRows ?? undefined;
    internalFailures += 1;
    return internalFailures >= SUSPICIOUS_FAILURES ? 'unanswered' : undefined;
  }

  /** Sends less the next time, and first what has not been tried: one page or row that never comes through keeps no other from coming. */
  function giveWay(batch: SyncBatch): void {
    size.tooSlow(amountsOf(batch));
    isolating = false;
    pulls = [...pulls.filter((item) => !batch.pulls.includes(item)), ...batch.pulls];
    const [first] = batch.rows;
    if (!first || batch.rows.length > 1) return;
    // With the later states of its record, which come after it.
    const isSame = (item: RowOnItsWay) =>
      item.collection === first.collection && item.row.next.id === first.row.next.id;
    rows = [...rows.filter((item) => !isSame(item)), ...rows.filter(isSame)];
  }

  /** Halves the request until a single row is left: that one is given back, and everything else goes on. False: wait first. */
  function narrow({ rows: sent, pulls: asked }: SyncBatch, verdict: Verdict): boolean {
    isolating = true;
    const [first] = sent;
    if (sent.length > 1) {
      size.halveRows(sent.length);
      return true;
    }
    // The row has not been alone yet.
    if (!first || asked.length > 0) return true;
    if (verdict === 'unacceptable' && !isRejectedForGood(first)) return false;
    rows = rows.filter((item) => item !== first);
    size.growRows();
    first.done({ kind: verdict });
    if (verdict !== 'unanswered') return true;
    givenBack += 1;
    // One row may spoil a request. Where the next one does as well, it is the server that fails: it must not be asked in a loop.
    return givenBack === 1;
  }

  /** A body cut on its way is a bad request too: a row alone is given up only when that repeats itself. */
  function isRejectedForGood(row: RowOnItsWay): boolean {
    rejected = { row, times: rejected?.row === row ? rejected.times + 1 : 1 };
    return rejected.times >= SUSPICIOUS_FAILURES;
  }

  function deliver({ rows: sent, pulls: asked, question, held }: SyncBatch, answer: SyncAnswer): void {
    const outcomes = new Map(
      Object.entries(answer.push).flatMap(([collection, list]) =>
        list.map((outcome) => [`${collection}/${outcome.id}/${outcome.entry}`, outcome] as const),
      ),
    );
    const finished = new Set<RowOnItsWay>();
    const outcomeOf = ({ collection, row: { next } }: RowOnItsWay) =>
      outcomes.get(`${collection}/${next.id}/${next.entry}`);
    // A server that has answered others of the request comes to this one in its turn.
    const isSilent = !sent.some(outcomeOf);
    for (const item of sent) {
      const outcome = outcomeOf(item);
      if (isSilent) item.missed += 1;
      if (!outcome && item.missed < MOST_UNANSWERED) continue;
      finished.add(item);
      item.done(outcome ? { kind: 'outcome', outcome } : { kind: 'unanswered' });
    }
    rows = rows.filter((item) => !finished.has(item));
    pulls = pulls.filter((item) => !asked.includes(item));
    for (const item of asked) item.done(answer.pull[item.collection]);
    if (!question) return;
    question.missing.push(...(answer.missing ?? []));
    question.held = question.held.slice(held.length);
    if (question.held.length > 0 && !answer.restored) return;
    questions = questions.filter((item) => item !== question);
    question.done(answer.restored ? undefined : question.missing);
  }

  /** Rows go back to the journal, from which they are sent again. */
  function releaseRows(): void {
    const waiting = rows;
    rows = [];
    for (const item of waiting) item.done({ kind: 'unanswered' });
  }

  function release(): void {
    releaseRows();
    for (const item of [...pulls, ...questions]) item.done(undefined);
    pulls = [];
    questions = [];
  }

  return {
    push: (collection, row) =>
      new Promise((done) => {
        if (state.closed || isPaused()) return done({ kind: 'unanswered' });
        rows.push({ collection, row, bytes: JSON.stringify(row).length, missed: 0, done });
        start();
      }),
    pull: (collection, request) =>
      new Promise((done) => {
        if (state.closed) return done(undefined);
        pulls.push({ collection, request, done });
        start();
      }),
    ask: (held) =>
      new Promise((done) => {
        if (state.closed) return done(undefined);
        questions.push({ held, missing: [], done });
        start();
      }),
    wake: () => backOff.wake(),
    close() {
      state.closed = true;
      backOff.wake();
      release();
    },
  };
}
