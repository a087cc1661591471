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

/**
 * The order in which the entries of one request are taken in: what somebody confirms comes after what they confirm. A roll that was
 * confirmed together with its marks is judged with them.
 */
export const TAKING_ORDER = [
  'settings',
  'roster',
  'timetable',
  'attendance',
  'lessons',
  'personal',
] as const satisfies readonly CollectionName[];

/** Name of a synchronised collection. */
export type CollectionName = (typeof COLLECTION_NAMES)[number];
