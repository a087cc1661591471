import type { Failure } from '../../../domain/protocol/failure.ts';

/** Who asks: turns are shared out between schools first, then between the sessions of a school. */
export interface TurnOwner {
  readonly school: string;
  readonly session: string;
}

/** A turn that was given. */
export interface Turn {
  /** The answer is made: only so many bytes of it are still in memory, and somebody else may read. Must be called in the end. */
  packed(bytes: number): void;
  /** The answer has left, or nobody takes it any more: one that is still being read counts until it is packed. */
  leave(): void;
}

/** Waits for a turn. */
export interface PullTurns {
  /**
   * Resolves with a turn; with a failure when too many wait, when the wait was too long, or (`signal`) when the connection that asked
   * is gone: then nothing is read at all.
   */
  enter(owner: TurnOwner, signal: AbortSignal): Promise<Turn | Failure>;
  /** How many are being read, have not left yet, and wait; bytes that have not left yet. */
  figures(): { readonly reading: number; readonly waiting: number; readonly heldBytes: number };
}

/** How much is in memory at once, and how long somebody waits for it. */
export interface TurnLimits {
  /** Answers that are being read and packed: each may take some tens of megabytes. */
  readonly reading: number;
  /** Bytes of packed answers that are on their way; beyond them nothing new is read. */
  readonly heldBytes: number;
  /** Answers of one session that are being read or on their way. */
  readonly perSession: number;
  /** How many requests of one session may wait, and of all. */
  readonly waitingPerSession: number;
  readonly waiting: number;
  readonly longestWaitMs: number;
}

/** Large pulls: two cores are busy with two; the third is read while others are packed. */
export const LARGE_PULLS: TurnLimits = {
  reading: 3,
  heldBytes: 64_000_000,
  perSession: 2,
  waitingPerSession: 4,
  waiting: 2000,
  // Well below what a device waits for an answer, so that it hears when to come back.
  longestWaitMs: 10_000,
};

/** Small ones, which do not wait behind the large: many at once, and still not any number. */
export const SMALL_PULLS: TurnLimits = { ...LARGE_PULLS, reading: 24, perSession: 8, waitingPerSession: 40 };

interface Waiting {
  readonly owner: TurnOwner;
  give(): void;
}

/**
 * A bounded number of answers in memory. Whoever waits gets the next turn by school and session in rotation, not by the number of
 * requests: the loop of one session waits behind itself.
 */
export function createPullTurns(limits: TurnLimits): PullTurns {
  /** By school, then by session; who had a turn last stands last in both. */
  const queues = new Map<string, Map<string, Waiting[]>>();
  /** Answers of each session that have not left. */
  const unfinished = new Map<string, number>();
  let reading = 0;
  let waiting = 0;
  let heldBytes = 0;
  /** Milliseconds between two turns that ended, smoothed: tells who is sent away when to come back. */
  let pace = 50;
  let lastEnd = performance.now();

  const countOf = (session: string) => unfinished.get(session) ?? 0;
  const hasRoom = () => reading < limits.reading && heldBytes < limits.heldBytes;

  function next(): Waiting | undefined {
    for (const [school, sessions] of queues)
      for (const [session, own] of sessions) {
        if (countOf(session) >= limits.perSession) continue;
        const first = own.shift();
        if (!first) continue;
        sessions.delete(session);
        if (own.length > 0) sessions.set(session, own);
        queues.delete(school);
        if (sessions.size > 0) queues.set(school, sessions);
        return first;
      }
    return undefined;
  }

  function giveTurns(): void {
    while (hasRoom()) {
      const found = next();
      if (!found) return;
      waiting -= 1;
      found.give();
    }
  }

  function remove(one: Waiting): void {
    const { school, session } = one.owner;
    const sessions = queues.get(school);
    const own = sessions?.get(session);
    const index = own?.indexOf(one) ?? -1;
    if (!sessions || !own || index < 0) return;
    own.splice(index, 1);
    waiting -= 1;
    if (own.length === 0) sessions.delete(session);
    if (sessions.size === 0) queues.delete(school);
  }

  function begin({ session }: TurnOwner): Turn {
    reading += 1;
    unfinished.set(session, countOf(session) + 1);
    let isPacked = false;
    let hasLeft = false;
    let held = 0;
    const end = () => {
      heldBytes -= held;
      const left = countOf(session) - 1;
      if (left > 0) unfinished.set(session, left);
      else unfinished.delete(session);
    };
    return {
      packed(bytes) {
        if (isPacked) return;
        isPacked = true;
        reading -= 1;
        const now = performance.now();
        pace = pace * 0.9 + Math.min(1000, now - lastEnd) * 0.1;
        lastEnd = now;
        held = hasLeft ? 0 : bytes;
        heldBytes += held;
        if (hasLeft) end();
        giveTurns();
      },
      leave() {
        if (hasLeft) return;
        hasLeft = true;
        if (!isPacked) return;
        end();
        giveTurns();
      },
    };
  }

  /** When the queue of now will have been worked off. */
  const comeBack = (): Failure => ({
    kind: 'unavailable',
    message: 'Too many are reading everything',
    retryAfter: Math.max(2, Math.min(60, Math.ceil((waiting * pace) / 1000))),
  });

  return {
    async enter(owner, signal) {
      const { school, session } = owner;
      if (signal.aborted) return comeBack();
      const queued = queues.get(school)?.get(session)?.length ?? 0;
      if (queued === 0 && hasRoom() && countOf(session) < limits.perSession) return begin(owner);
      if (queued >= limits.waitingPerSession || waiting >= limits.waiting) return comeBack();
      return await new Promise<Turn | Failure>((resolve) => {
        const giveUp = () => {
          remove(one);
          end(comeBack());
        };
        const late = setTimeout(giveUp, limits.longestWaitMs);
        const end = (outcome: Turn | Failure) => {
          clearTimeout(late);
          signal.removeEventListener('abort', giveUp);
          resolve(outcome);
        };
        const one: Waiting = { owner, give: () => end(begin(owner)) };
        signal.addEventListener('abort', giveUp);
        const sessions = queues.get(school) ?? new Map<string, Waiting[]>();
        queues.set(school, sessions);
        sessions.set(session, [...(sessions.get(session) ?? []), one]);
        waiting += 1;
      });
    },
    figures: () => ({ reading, waiting, heldBytes }),
  };
}
