/**
 * Every collection, in the order in which a device needs them. RxDB opens at most 13 collections: kinds that belong together share one.
 */
export const COLLECTION_NAMES = [
  'settings',
  'roster',
  'timetable',
  'lessons',
  'attendance',
  'personal',
] as const;

/** Name of a synchronised collection. */
export type CollectionName = (typeof COLLECTION_NAMES)[number];
