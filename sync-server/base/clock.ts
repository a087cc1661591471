/**
 * The server's clock. Given the instant at which it shall stand now, it runs on from there: for demonstrations on a fixed school day and for tests,
 * whose devices follow the server. Without one it is the machine's.
 */
export function createClock(startsAt: string | undefined, machine: () => number = Date.now): () => number {
  if (startsAt === undefined) return machine;
  const start = Date.parse(startsAt);
  if (Number.isNaN(start))
    throw new Error('CAMPANELLA_CLOCK must be an instant such as 2026-11-23T07:10:00Z');
  const offset = start - machine();
  return () => machine() + offset;
}

/**
 * A time that was noted before, as far as waits and counts go: one in the future counts as now. It was noted by a clock that has been
 * set back since, and nobody may wait for what that clock said. Whoever counts from it notes the answer down again, or the wait would
 * begin anew at every look.
 */
export function notedBefore(time: number, now: number): number {
  return Math.min(time, now);
}
