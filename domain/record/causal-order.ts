import type { Instant } from '../base/ids.ts';

/** Something that was done at a time, perhaps in answer to something else. */
interface Done {
  readonly id: string;
  readonly at: Instant;
  readonly answers?: string;
}

/**
 * What was done, in the order in which it was done: by the time, but never before what it answers. Clocks of devices differ by seconds, and
 * whoever answers has read. Of one moment the identifier decides, the same way everywhere.
 */
export function inCausalOrder<D extends Done>(done: readonly D[]): readonly D[] {
  const byId = new Map(done.map((each) => [each.id, each]));
  const keyed = done.map((each) => ({ each, ...placeOf(each, byId) }));
  return keyed
    .toSorted((a, b) => a.time.localeCompare(b.time) || a.depth - b.depth || (a.each.id < b.each.id ? -1 : 1))
    .map(({ each }) => each);
}

/** The latest time among a thing and all that it answers, and how many those are; what answers itself in a circle ends there. */
function placeOf(
  from: Done,
  byId: ReadonlyMap<string, Done>,
): { readonly time: Instant; readonly depth: number } {
  const seen = new Set<Done>([from]);
  let time = from.at;
  let next = from.answers === undefined ? undefined : byId.get(from.answers);
  while (next && !seen.has(next)) {
    seen.add(next);
    if (next.at > time) time = next.at;
    next = next.answers === undefined ? undefined : byId.get(next.answers);
  }
  return { time, depth: seen.size };
}
