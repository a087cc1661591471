import { createParser } from 'eventsource-parser';
import { isCollectionName } from '../../domain/kinds/collections.ts';
import type { CollectionName } from '../../domain/record/collection-names.ts';
import { followChanges } from '../../domain/protocol/endpoints/register/register-endpoints.ts';
import type { AccountRef } from '../../domain/protocol/endpoints/session/session.ts';
import { changeTickSchema } from '../../domain/protocol/endpoints/register/sync.ts';
import { isSameAccount } from '../../domain/protocol/endpoints/session/same-account.ts';
import { parseChecked } from '../files/atomic-write.ts';
import { readBounded, failureIn, type Fetch } from '../network/transport.ts';
import type { Unfinished } from '../files/unfinished.ts';
import type { TokenBroker } from '../session/token-broker.ts';

/** The one live connection to the server (server-sent events); it carries no data to the page, only that there is something to pull. */
export interface ChangeStream {
  /** Begins to hold the connection of an account; without effect while it runs for this one, and leaves that of another. */
  start(account: AccountRef): void;
  stop(): void;
  /** Tries at once when it is waiting to try again: the line may be back. */
  wake(): void;
  /** Something else failed on the line: a connection that looks open may be dead. */
  suspect(): void;
}

/** What {@link createChangeStream} depends on; times in milliseconds. */
export interface ChangeStreamParts {
  readonly fetch: Fetch;
  /** Where the open account's server is; asked without a token too, to find out whether it can be reached. */
  readonly server: () => string | undefined;
  readonly broker: Pick<TokenBroker, 'accessToken' | 'expired' | 'rejected' | 'renewNow'>;
  readonly random: () => number;
  /** A clock that nobody can set. */
  readonly steady: () => number;
  /** Time for the server's first answer. */
  readonly answerWithin: number;
  /** Without a byte for this long (the server sends a comment every 15 s) the connection is dead. */
  readonly silence: number;
  readonly longestPause: number;
  readonly unfinished: Unfinished;
  readonly onReachable: (reachable: boolean) => void;
  readonly onSignInNeeded: () => void;
  /** What has something new; undefined where nobody can say, since nobody was listening. */
  readonly onChanged: (collections?: readonly CollectionName[]) => void;
}

/** When it was last known, by the steady clock, who the account of a connection is. */
interface Heard {
  at?: number;
}

/** `again`: at once; `pause`: the line was good and ended; `failed`: pause longer each time; `stop`: only a sign-in helps. */
type Ending = 'again' | 'pause' | 'failed' | 'stop';

/** After an interruption who the account is now is asked for, but not more often than this: a bad line comes back all the time. */
const RENEWED_AT_MOST_EVERY = 60_000;
const RENEWAL_SPREAD = 10_000;

/** Creates the stream, not started. */
export function createChangeStream(parts: ChangeStreamParts): ChangeStream {
  let running: { readonly account: AccountRef; readonly stop: AbortController } | undefined;
  let connection: AbortController | undefined;
  let endPause: (() => void) | undefined;

  async function run(account: AccountRef, stop: AbortSignal): Promise<void> {
    let failures = 0;
    let again = 0;
    const heard: Heard = {};
    while (!stop.aborted) {
      const ending = await connect(account, heard, stop).catch((): Ending => 'failed');
      if (stop.aborted || ending === 'stop') return;
      if (ending === 'failed') parts.onReachable(false);
      failures = ending === 'failed' ? failures + 1 : 0;
      again = ending === 'again' ? again + 1 : 0;
      if (ending !== 'again' || again > 2) await pause(pauseAfter(failures, parts), stop);
    }
  }

  async function connect(account: AccountRef, heard: Heard, stop: AbortSignal): Promise<Ending> {
    const current = new AbortController();
    const abort = (): void => current.abort();
    stop.addEventListener('abort', abort);
    connection = current;
    try {
      const outcome = await parts.broker.accessToken();
      if (stop.aborted || outcome.kind === 'unreachable') return 'failed';
      // Another account is about to be opened: its changes are not for this one.
      if (outcome.kind === 'token' && !isSameAccount(outcome.account, account)) return 'pause';
      const token = outcome.kind === 'token' ? outcome.token : undefined;
      const server = outcome.kind === 'token' ? outcome.server : parts.server();
      if (server === undefined) return 'failed';
      const response = await request(server, token, current);
      if (response.status === 200 && token !== undefined)
        return await listen(response, token, heard, current.signal);
      return await refused(response, token);
    } finally {
      stop.removeEventListener('abort', abort);
      // Also closes the socket of an answer that nobody has read to its end.
      current.abort();
    }
  }

  /** Without a token this only finds out whether the server can be reached. */
  async function request(
    server: string,
    token: string | undefined,
    current: AbortController,
  ): Promise<Response> {
    const timer = setTimeout(() => current.abort(), parts.answerWithin);
    try {
      return await parts.fetch(`${server}${followChanges.path}`, {
        headers: {
          accept: 'text/event-stream',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        signal: current.signal,
      });
    } finally {
      clearTimeout(timer);
    }
  }

  async function refused(response: Response, token: string | undefined): Promise<Ending> {
    const failure = failureIn(await readBounded(response, 64 * 1024));
    // Not the school's server: a captive portal, a proxy's error page.
    if (response.status !== 401 || failure === undefined) return 'failed';
    if (token !== undefined && failure.kind === 'tokenExpired') {
      parts.broker.expired(token);
      return 'again';
    }
    if (token !== undefined) {
      if (!(await parts.broker.rejected(token))) return 'failed';
    }
    // Somebody may have signed in while this answer was on its way.
    else if ((await parts.broker.accessToken()).kind !== 'signInNeeded') return 'again';
    parts.onSignInNeeded();
    parts.onReachable(true);
    return 'stop';
  }

  async function listen(
    response: Response,
    token: string,
    heard: Heard,
    signal: AbortSignal,
  ): Promise<Ending> {
    if (
      response.headers.get('content-type')?.startsWith('text/event-stream') !== true ||
      response.body === null
    )
      return 'failed';
    parts.onReachable(true);
    // What happened while there was no connection was not announced, to the records or to the account itself.
    parts.onChanged();
    const renewal = renewWhenDue(token, heard);
    const parser = createParser({
      onEvent: ({ data }) => {
        const tick = parseChecked(data, changeTickSchema);
        if (tick === undefined) return;
        // A renewed session brings along who the account is now.
        if (tick.account === true) parts.unfinished.begin('renewal', parts.broker.renewNow(token));
        // A newer server may have collections that this version cannot show.
        const collections = tick.collections.filter(isCollectionName);
        if (tick.account === true) parts.onChanged();
        else if (collections.length > 0) parts.onChanged(collections);
      },
    });
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    try {
      for (;;) {
        const chunk = await withinSilence(reader.read(), parts.silence, signal);
        if (chunk === 'silent') return 'failed';
        if (chunk === 'aborted' || chunk.done) return 'pause';
        parser.feed(decoder.decode(chunk.value, { stream: true }));
      }
    } catch {
      return 'pause';
    } finally {
      clearTimeout(renewal);
      reader.cancel().catch(() => undefined);
    }
  }

  /** The first connection has a session that was just made or renewed. */
  function renewWhenDue(token: string, heard: Heard): NodeJS.Timeout | undefined {
    const { at } = heard;
    if (at === undefined) {
      heard.at = parts.steady();
      return undefined;
    }
    const renew = (): void => {
      heard.at = parts.steady();
      parts.unfinished.begin('renewal', parts.broker.renewNow(token));
    };
    const due = at + RENEWED_AT_MOST_EVERY - parts.steady();
    // Spread: after a restart of the server all come back together.
    return setTimeout(renew, Math.max(parts.random() * RENEWAL_SPREAD, due));
  }

  async function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        stop.removeEventListener('abort', end);
        endPause = undefined;
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      stop.addEventListener('abort', end);
      endPause = end;
    });
  }

  return {
    start: (account) => {
      if (running !== undefined && isSameAccount(running.account, account)) return;
      running?.stop.abort();
      const own = { account, stop: new AbortController() };
      running = own;
      const ended = run(account, own.stop.signal).finally(() => {
        if (running === own) running = undefined;
      });
      parts.unfinished.begin('changeStream', ended);
    },
    stop: () => {
      running?.stop.abort();
      running = undefined;
    },
    wake: () => endPause?.(),
    suspect: () => {
      if (endPause === undefined) connection?.abort();
    },
  };
}

/** Full jitter: the first tries within two seconds, later ones spread over up to `longestPause`. */
export function pauseAfter(
  failures: number,
  { random, longestPause }: Pick<ChangeStreamParts, 'random' | 'longestPause'>,
): number {
  const ceiling = failures <= 2 ? 2_000 : Math.min(longestPause, 2_000 * 2 ** Math.min(failures - 2, 16));
  const floor = Math.min(500, longestPause);
  return floor + random() * Math.max(0, Math.min(ceiling, longestPause) - floor);
}

async function withinSilence<T>(
  work: Promise<T>,
  silence: number,
  signal: AbortSignal,
): Promise<T | 'silent' | 'aborted'> {
  let timer: NodeJS.Timeout | undefined;
  let abort: (() => void) | undefined;
  try {
    return await Promise.race([
      work,
      new Promise<'silent'>((resolve) => {
        timer = setTimeout(() => resolve('silent'), silence);
      }),
      new Promise<'aborted'>((resolve) => {
        abort = () => resolve('aborted');
        signal.addEventListener('abort', abort);
      }),
    ]);
  } finally {
    clearTimeout(timer);
    if (abort !== undefined) signal.removeEventListener('abort', abort);
  }
}
