import { toSchoolId, type SchoolId } from '../base/ids.ts';

/** School code (4 letters, 4 digits), a dot, digits: S13. Leading zeros are kept. */
const STAFF_USERNAME = /^([A-Z]{4}[0-9]{4})\.([0-9]{1,12})$/;
/** School code as used in staff usernames. */
const SCHOOL_CODE = /^[A-Z]{4}[0-9]{4}$/;

/** A staff username taken apart. */
export interface StaffUsername {
  readonly school: SchoolId;
  readonly number: string;
  /** The canonical spelling, upper case. */
  readonly username: string;
}

/** Reads a staff username as people type it: any case, stray blanks around it (S12, S13); undefined when it is none. */
export function parseStaffUsername(typed: string): StaffUsername | undefined {
  const username = typed.trim().toUpperCase();
  const match = STAFF_USERNAME.exec(username);
  const [, school, number] = match ?? [];
  return school && number ? { school: toSchoolId(school), number, username } : undefined;
}

/** Builds a staff username. */
export function staffUsername(school: SchoolId, number: number): string {
  return `${school}.${number}`;
}

/** Reads a school code; undefined when it is none. */
export function parseSchoolId(typed: string): SchoolId | undefined {
  const code = typed.trim().toUpperCase();
  return SCHOOL_CODE.test(code) ? toSchoolId(code) : undefined;
}
