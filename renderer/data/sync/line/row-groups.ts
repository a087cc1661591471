import { kindNamed } from '../../../../domain/kinds/registry.ts';
import type { PushRow } from '../../../../domain/protocol/endpoints/register/sync.ts';
import { TAKING_ORDER, type CollectionName } from '../../../../domain/record/collection-names.ts';

interface Row {
  readonly collection: CollectionName;
  readonly row: PushRow;
}

/**
 * Rows that are judged together: those of one class and day, and one with those that come before it. A roll that came without its marks
 * would be judged by what others wrote. Groups stand in the order in which they begin; a row without class and day is a group of its own.
 */
export function groupsOf<R extends Row>(rows: readonly R[]): readonly (readonly R[])[] {
  const groups = new Set<R[]>();
  const byPlace = new Map<string, R[]>();
  for (const item of rows) {
    const places = placesOf(item);
    // A pupil who changes class brings together the rows of both.
    const found = new Set(places.map((place) => byPlace.get(place)).filter((group) => group !== undefined));
    const [group = [], ...others] = found;
    group.push(...others.flat(), item);
    for (const other of others) groups.delete(other);
    for (const place of others.length > 0 ? group.flatMap(placesOf) : places) byPlace.set(place, group);
    groups.add(group);
  }
  return [...groups];
}

/** In the order in which the server takes entries in: cut anywhere, a group is judged as if it had come whole. */
export function rowsInTakingOrder<R extends Row>(group: readonly R[]): readonly R[] {
  const rank = ({ collection }: Row) => TAKING_ORDER.indexOf(collection);
  return group.toSorted((one, other) => rank(one) - rank(other));
}

/** A row never changes: whatever waits is grouped anew for each request. */
const known = new WeakMap<PushRow, readonly string[]>();

function placesOf({ collection, row }: Row): readonly string[] {
  const places = known.get(row) ?? placesIn(collection, row);
  known.set(row, places);
  return places;
}

function placesIn(collection: CollectionName, { next }: PushRow): readonly string[] {
  const kind = kindNamed(next.kind);
  const { day, class: main, otherClasses = [] } = kind?.place(next) ?? {};
  const records = [next.id, ...(kind?.comesAfter?.(next) ?? [])].map((id) => `${collection}/${id}`);
  if (day === undefined || main === undefined) return records;
  return [...[main, ...otherClasses].map((schoolClass) => `${day}/${schoolClass}`), ...records];
}
