import type { ClassId, LocalDate } from '../../../../domain/base/ids.ts';
import { kindOf, type RegisterRecord } from '../../../../domain/kinds/registry.ts';

/** The classes that the account teaches on a day. */
export type OwnClasses = (day: LocalDate) => ReadonlySet<ClassId>;

/**
 * A record as the account may send it: in a class in which it teaches. On the day on which a pupil changes class the pupil's day bears
 * the new one, and whoever had the pupil before may write in the old one alone (ADR 11).
 *
 * @param others other versions of the record, which tell in which classes it stood
 */
export function inOwnClass(
  record: RegisterRecord,
  others: readonly (RegisterRecord | null)[],
  ownClasses: OwnClasses,
): RegisterRecord {
  const kind = kindOf(record);
  const { day, class: current } = kind.place(record);
  if (!kind.inClass || day === undefined) return record;
  const mine = ownClasses(day);
  const known = [record, ...others.filter((other) => other !== null)];
  const schoolClass = known.flatMap(classesOf).find((id) => mine.has(id));
  if (schoolClass === undefined || schoolClass === current) return record;
  return kind.inClass(record, schoolClass);
}

function classesOf(record: RegisterRecord): readonly ClassId[] {
  const { class: main, otherClasses = [] } = kindOf(record).place(record);
  return main === undefined ? otherClasses : [main, ...otherClasses];
}
