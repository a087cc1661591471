import {
  toClassId,
  toPersonId,
  toSubjectId,
  type ClassId,
  type LocalDate,
  type PersonId,
  type SubjectId,
} from '../../domain/base/ids.ts';
import { parseLocalDate } from '../../domain/base/local-date.ts';

/** Address of the teacher's day; without a day, today's. */
export function dayPath(day?: LocalDate): string {
  return day === undefined ? '/' : `/day/${day}`;
}

/** Address of one hour of one class; of a group's lesson, or that of the whole class, where it is asked for (D204). */
export function hourPath(day: LocalDate, schoolClass: ClassId, hour: number, group?: string): string {
  return `/day/${day}/${encodeURIComponent(schoolClass)}/${hour}${partOfPath(group)}`;
}

/** Address of a section of a class by its name, at an hour of it; the lesson has its own, `hourPath`. */
export function sectionPath(
  section: string,
  place: {
    readonly schoolClass: ClassId;
    readonly day?: LocalDate;
    readonly hour?: number;
    readonly group?: string;
  },
): string {
  const { schoolClass, day, hour, group } = place;
  const path = ['/class', encodeURIComponent(schoolClass), section, day, day && hour]
    .filter((part) => part !== undefined)
    .join('/');
  return day === undefined || hour === undefined ? path : `${path}${partOfPath(group)}`;
}

/** The end of an address that asks for a part of the class, the whole of it where the group is empty; nothing for the one that the timetable gives to whoever looks. */
function partOfPath(group: string | undefined): string {
  if (group === undefined) return '';
  return group === '' ? '/whole' : `/group/${encodeURIComponent(group)}`;
}

/** Address of the list of what waits for somebody. */
export const TO_DO_PATH = '/to-do';

/** Address of the lists of an evacuation. */
export const EVACUATION_PATH = '/evacuation';

/** Address of the rolls that nobody has called, today's. */
export const ROLLS_PATH = '/rolls';

/** Address of the rolls of a day that nobody has called. */
export function rollsPath(day: LocalDate): string {
  return `${ROLLS_PATH}/${day}`;
}

/** Reads the day in an address of the rolls: none is today; undefined for any other address. */
export function rollsDayOf(address: string): { readonly day?: LocalDate } | undefined {
  if (address === ROLLS_PATH) return {};
  if (!address.startsWith(`${ROLLS_PATH}/`)) return undefined;
  const day = parseLocalDate(address.slice(ROLLS_PATH.length + 1));
  return day === undefined ? undefined : { day };
}

/** Address of the synchronisation page. */
export const SYNC_PATH = '/sync';

/** Address of one's own profile. */
export const PROFILE_PATH = '/profile';

/** Address of the accounts that have data on this computer. */
export const DEVICE_ACCOUNTS_PATH = '/device-accounts';

/** Address of the office's pages on accounts. */
export const OFFICE_ACCOUNTS_PATH = '/accounts';

/** Address of the accounts of somebody, by the name. */
export function accountsOfPath(name: string): string {
  return `${OFFICE_ACCOUNTS_PATH}/find/${encodeURIComponent(name)}`;
}

/** Address of what was handed over to the office, and of what a register taken from a copy still lacks. */
export const HAND_OVERS_PATH = `${OFFICE_ACCOUNTS_PATH}/handOvers`;

/** Address of the office's report of accounts that were never activated (S9). */
export const NEVER_ACTIVATED_PATH = `${OFFICE_ACCOUNTS_PATH}/neverActivated`;

/** Address of the office's pages on who is who. */
export const OFFICE_WHO_PATH = '/who';

/** Address of the page on who stands in for whom. */
export const SUBSTITUTIONS_PATH = '/substitutions';

/** Address of the marks of pupils. */
export const PUPIL_GRADES_PATH = '/pupil-grades';

/** Address of the marks of a pupil in a class, at one subject where it is asked for. */
export function pupilGradesPath(schoolClass: ClassId, pupil: PersonId, subject?: SubjectId): string {
  return [
    PUPIL_GRADES_PATH,
    ...[schoolClass, pupil, ...(subject ? [subject] : [])].map(encodeURIComponent),
  ].join('/');
}

/** Whose marks an address asks for. */
export interface PupilGradesAddress {
  readonly schoolClass: ClassId;
  readonly pupil: PersonId;
  readonly subject?: SubjectId;
}

/** Reads the address of a pupil’s marks; undefined for any other. */
export function pupilGradesAddressOf(address: string): PupilGradesAddress | undefined {
  if (!address.startsWith(`${PUPIL_GRADES_PATH}/`)) return undefined;
  const [schoolClass, pupil, subject, ...more] = address
    .slice(PUPIL_GRADES_PATH.length + 1)
    .split('/')
    .map(readPart);
  if (!schoolClass || !pupil || more.length > 0) return undefined;
  return {
    schoolClass: toClassId(schoolClass),
    pupil: toPersonId(pupil),
    ...(subject ? { subject: toSubjectId(subject) } : {}),
  };
}

/** Reads a part of an address; undefined for text that no address encodes, as a slip of the hand makes it. */
export function readPart(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
