import type { ClassId, LocalDate } from '../../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../../domain/kinds/collections.ts';

/** The classes that the account teaches on a day. */
export type OwnClasses = (day: LocalDate) => ReadonlySet<ClassId>;

/**
 * A pupil's day as the account may send it: in the class in which it teaches the pupil. On the day of a change the record bears the new
 * class, and whoever had the pupil before may write in the old one alone (ADR 11).
 *
 * @param others other versions of the record, which tell in which classes the day stood
 */
export function inOwnClass(
  record: RegisterRecord,
  others: readonly (RegisterRecord | null)[],
  ownClasses: OwnClasses,
): RegisterRecord {
  if (record.kind !== 'attendanceDay') return record;
  const mine = ownClasses(record.day);
  const schoolClass = [record, ...others].flatMap(classesOf).find((id) => mine.has(id));
  if (schoolClass === undefined || schoolClass === record.class) return record;
  // In which other classes it stands is the server's word.
  const { otherClasses: _servers, ...day } = record;
  return { ...day, class: schoolClass };
}

function classesOf(record: RegisterRecord | null): readonly ClassId[] {
  return record?.kind === 'attendanceDay' ? [record.class, ...(record.otherClasses ?? [])] : [];
}
