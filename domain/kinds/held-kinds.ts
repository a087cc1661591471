import { allKinds, type kinds, type RecordKind } from './registry.ts';

/** The kinds that devices write, and of which somebody has to decide. */
export type HeldKind = {
  [K in RecordKind]: 'device' extends (typeof kinds)[K]['writers'][number]
    ? 'toOffice' extends (typeof kinds)[K]['whenBlocked']
      ? K
      : never
    : never;
}[RecordKind];

/**
 * The kinds on whose records devices write what concerns others: what a store put back has lost of it is asked for, and told to the office. The cast: it says
 * in types what the filter says in values.
 */
export const HELD_KINDS = allKinds
  .filter(({ writers, whenBlocked }) => writers.includes('device') && whenBlocked === 'toOffice')
  .map(({ kind }) => kind) as readonly HeldKind[];

/** The kind of a record of which a collection was noted, from the time when each had one kind that devices begin. */
const IN_THEIR_PLACE: Readonly<Record<string, HeldKind>> = { lessons: 'lesson', attendance: 'attendanceDay' };

/** The kind that the name of a collection stood for, where it stood for one. */
export function kindOfBefore(collection: string): HeldKind | undefined {
  return Object.hasOwn(IN_THEIR_PLACE, collection) ? IN_THEIR_PLACE[collection] : undefined;
}
