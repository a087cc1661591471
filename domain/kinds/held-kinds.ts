import { allKinds, type kinds, type RecordKind } from './registry.ts';

/** The kinds that devices alone begin. */
export type HeldKind = {
  [K in RecordKind]: 'device' extends (typeof kinds)[K]['writers'][number]
    ? 'server' extends (typeof kinds)[K]['writers'][number]
      ? never
      : K
    : never;
}[RecordKind];

/**
 * The kinds whose records devices begin: what a store put back has lost of them is asked for, and told to the office. The cast: it says
 * in types what the filter says in values.
 */
export const HELD_KINDS = allKinds
  .filter(({ writers }) => writers.includes('device') && !writers.includes('server'))
  .map(({ kind }) => kind) as readonly HeldKind[];

/** The kind of a record of which a collection was noted, from the time when each had one kind that devices begin. */
const IN_THEIR_PLACE: Readonly<Record<string, HeldKind>> = { lessons: 'lesson', attendance: 'attendanceDay' };

/** The kind that the name of a collection stood for, where it stood for one. */
export function kindOfBefore(collection: string): HeldKind | undefined {
  return Object.hasOwn(IN_THEIR_PLACE, collection) ? IN_THEIR_PLACE[collection] : undefined;
}
