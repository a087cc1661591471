/**
 * Every collection, in the order in which a device needs them. RxDB opens at most 14 collections, and a device has two for each (docs/records.md): kinds that belong together share one.
 */
export const COLLECTION_NAMES = [
  'settings',
  'roster',
  'timetable',
  'lessons',
  'attendance',
  'grades',
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
  'grades',
  'personal',
] as const satisfies readonly CollectionName[];

/** What these say of one class and day is judged together: a roll with its marks, marks with the signature that gives the right to make them. */
export const JUDGED_BY_DAY: readonly CollectionName[] = ['attendance', 'lessons'];

/**
 * Who is where, teaches what and stands in, and what the school lets its councils read (F.5): whoever reads more by it than before fetches what was there already,
 * whatever has changed since.
 */
export const DECIDES_RIGHTS: readonly CollectionName[] = ['settings', 'roster', 'timetable'];

/** Its records speak of records of other collections, which are on the screen before what is said of them. */
export const SPEAKS_OF_OTHERS: CollectionName = 'personal';

/** Name of a synchronised collection. */
export type CollectionName = (typeof COLLECTION_NAMES)[number];
