import { toClassId, type ClassId, type LocalDate } from '../../domain/base/ids.ts';
import { parseLocalDate } from '../../domain/base/local-date.ts';
import { readPart } from './routes.ts';

/** A day of the register, or one hour of one class on it; nothing at all is today. */
export interface DayAddress {
  readonly day?: LocalDate;
  readonly schoolClass?: ClassId;
  readonly hour?: number;
}

const LAST_HOUR = 20;
const ADDRESS = /^\/day\/([^/]+)(?:\/([^/]+)\/(\d{1,2}))?$/;

/** Reads `/`, `/day/2026-11-23` and `/day/2026-11-23/<class>/2`; undefined for any other address, and for a day or an hour that cannot be. */
export function dayAddressOf(location: string): DayAddress | undefined {
  if (location === '/' || location === '') return {};
  const [, dayText, schoolClass, hourText] = ADDRESS.exec(location) ?? [];
  const day = dayText === undefined ? undefined : parseLocalDate(dayText);
  if (day === undefined) return undefined;
  if (schoolClass === undefined) return { day };
  const hour = Number(hourText);
  const name = readPart(schoolClass);
  if (name === undefined || hour < 1 || hour > LAST_HOUR) return undefined;
  return { day, schoolClass: toClassId(name), hour };
}
