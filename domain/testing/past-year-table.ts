import { mayRead } from '../entries/buckets-of.ts';
import { pastReaders, pastRecords } from './past-year-cast.ts';

/** Who reads what of a school year that is over, as it comes out. */
export function pastTable() {
  return {
    columns: Object.keys(pastReaders),
    rows: Object.entries(pastRecords).map(([name, record]) => ({
      name,
      marks: Object.values(pastReaders).map((reader) => (mayRead(reader, record) ? 'r' : '.')),
    })),
  };
}
