import { toClassId, type ClassId, type LocalDate } from '../../domain/base/ids.ts';
import { parseLocalDate } from '../../domain/base/local-date.ts';
import { readPart } from './routes.ts';

/** A day of the register, or one hour of one class on it; nothing at all is today. */
export interface DayAddress {
  readonly day?: LocalDate;
  readonly schoolClass?: ClassId;
  readonly hour?: number;
  /** The group whose lesson is asked for, empty for the whole class; only with an hour (D204). */
  readonly group?: string;
}

/** A section of a class, at a day and an hour; without them it is today's, and the hour of now. */
export interface ClassAddress extends DayAddress {
  readonly section: string;
  readonly schoolClass: ClassId;
}

const LAST_HOUR = 20;
const ADDRESS = /^\/day\/([^/]+)(?:\/([^/]+)\/(\d{1,2})(\/whole|\/group\/[^/]+)?)?$/;
const SECTION = /^\/class\/([^/]+)\/([\w-]+)(?:\/([^/]+)(?:\/(\d{1,2})(\/whole|\/group\/[^/]+)?)?)?$/;

/** Reads `/`, `/day/2026-11-23`, `/day/2026-11-23/<class>/2` and `/day/2026-11-23/<class>/2/group/CHI`; undefined for any other address, and for a day or an hour that cannot be. */
export function dayAddressOf(location: string): DayAddress | undefined {
  if (location === '/' || location === '') return {};
  const [, dayText, schoolClass, hourText, partText] = ADDRESS.exec(location) ?? [];
  const day = dayText === undefined ? undefined : parseLocalDate(dayText);
  if (day === undefined) return undefined;
  if (schoolClass === undefined) return { day };
  const hour = Number(hourText);
  const name = readPart(schoolClass);
  const part = partOf(partText);
  if (name === undefined || hour < 1 || hour > LAST_HOUR || !part) return undefined;
  return { day, schoolClass: toClassId(name), hour, ...part };
}

/** Reads `/class/<class>/absences`, with a day and an hour behind it where they are asked for; undefined for any other address. */
export function classAddressOf(location: string): ClassAddress | undefined {
  const [, schoolClass = '', section, dayText, hourText, partText] = SECTION.exec(location) ?? [];
  const name = readPart(schoolClass);
  if (section === undefined || name === undefined) return undefined;
  const address = { section, schoolClass: toClassId(name) };
  if (dayText === undefined) return address;
  const day = parseLocalDate(dayText);
  if (day === undefined) return undefined;
  if (hourText === undefined) return { ...address, day };
  const hour = Number(hourText);
  const part = partOf(partText);
  return hour < 1 || hour > LAST_HOUR || !part ? undefined : { ...address, day, hour, ...part };
}

/** Which part of the class the end of an address asks for: none without one, undefined where it cannot be read. */
function partOf(text: string | undefined): Pick<DayAddress, 'group'> | undefined {
  if (text === undefined) return {};
  if (text === '/whole') return { group: '' };
  const group = readPart(text.slice('/group/'.length));
  return group === undefined ? undefined : { group };
}
