import { parseLocalDate } from '../../../domain/base/local-date.ts';
import { startYearOfClass } from '../../../domain/kinds/class/record.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import { classAddressOf } from '../../ui/day-address.ts';
import { readPart } from '../../ui/routes.ts';

/** The calendar year in which the school year begins that an address is about, by its day or else by its class; undefined where it names neither. */
export function yearOfAddress(location: string): number | undefined {
  const parts = location.split('/').flatMap((part) => readPart(part) ?? []);
  const day = parts.map((part) => parseLocalDate(part)).find((found) => found !== undefined);
  if (day !== undefined) return startYearOf(day);
  const schoolClass = classAddressOf(location)?.schoolClass;
  return schoolClass && startYearOfClass(schoolClass);
}
