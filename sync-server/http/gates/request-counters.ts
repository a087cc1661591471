import type { FastifyRateLimitStore } from '@fastify/rate-limit';

/** How long requests are counted together. */
export const REQUEST_WINDOW_MS = 60_000;

/** Counters held in memory of each list; the one unused for longest makes room. */
export const COUNTERS_KEPT = 20_000;

/**
 * The lists of counters: of those who are known, of the addresses of strangers by route, and of the addresses from which somebody asked for what
 * is no route. Strangers have as many addresses as they like: theirs must not make room among the counters of the others.
 */
type CounterList = 'known' | 'routes' | 'nowhere';

interface Counter {
  readonly since: number;
  count: number;
}

/** The key of a counter in one of the lists. */
export function countedIn(list: CounterList, name: string): string {
  return `${list} ${name}`;
}

/** Counters by a clock that nobody sets: with the machine's own, setting it back would make a minute last until it has caught up. */
export class RequestCounters implements FastifyRateLimitStore {
  readonly #lists = new Map<string, Map<string, Counter>>();

  incr(
    key: string,
    callback: (error: Error | null, result?: { current: number; ttl: number }) => void,
  ): void {
    const now = performance.now();
    const counters = this.#listOf(key);
    const known = counters.get(key);
    const counter = known && now - known.since < REQUEST_WINDOW_MS ? known : { since: now, count: 0 };
    counter.count += 1;
    counters.delete(key);
    counters.set(key, counter);
    const oldest = counters.size > COUNTERS_KEPT ? counters.keys().next().value : undefined;
    if (oldest !== undefined) counters.delete(oldest);
    callback(null, { current: counter.count, ttl: REQUEST_WINDOW_MS - (now - counter.since) });
  }

  child(): FastifyRateLimitStore {
    return this;
  }

  #listOf(key: string): Map<string, Counter> {
    const list = key.slice(0, key.indexOf(' '));
    const counters = this.#lists.get(list) ?? new Map<string, Counter>();
    this.#lists.set(list, counters);
    return counters;
  }
}
