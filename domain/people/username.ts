import { toSchoolId, type SchoolId } from '../base/ids.ts';

/** School code (4 letters, 4 digits), a dot, digits: S13. Leading zeros are kept. */
const STAFF_USERNAME = /^([A-Z]{4}[0-9]{4})\.([0-9]{1,12})$/;
/** One letter for the kind of account, six digits (imported ones up to eight), one letter: S12. */
const FAMILY_USERNAME = /^([SGX])([0-9]{6,8})([A-Z])$/;
/** School code as used in staff usernames. */
const SCHOOL_CODE = /^[A-Z]{4}[0-9]{4}$/;
/** Digits of the family usernames that are made here. */
const FAMILY_DIGITS = 6;

/** What an account is for: work at the school, a child of whom one is the first or second guardian, oneself as a pupil. */
export const ACCOUNT_KINDS = ['staff', 'firstGuardian', 'secondGuardian', 'student'] as const;
/** Kind of account; the kinds of a family have usernames that begin with G, X and S. */
export type AccountKind = (typeof ACCOUNT_KINDS)[number];
/** Kind of account of a guardian or a pupil. */
export type FamilyAccountKind = Exclude<AccountKind, 'staff'>;

const FAMILY_KINDS: Readonly<Record<string, FamilyAccountKind>> = {
  G: 'firstGuardian',
  X: 'secondGuardian',
  S: 'student',
};
const FAMILY_LETTERS: Readonly<Record<FamilyAccountKind, string>> = {
  firstGuardian: 'G',
  secondGuardian: 'X',
  student: 'S',
};

/** A staff username taken apart. */
export interface StaffUsername {
  readonly kind: 'staff';
  readonly school: SchoolId;
  readonly number: string;
  /** The canonical spelling, upper case. */
  readonly username: string;
}

/** A username of a guardian or a pupil taken apart. */
export interface FamilyUsername {
  readonly kind: FamilyAccountKind;
  readonly digits: string;
  /** Whether the last letter is the one computed from the rest; imported usernames end in any letter. */
  readonly isOurs: boolean;
  /** The canonical spelling, upper case. */
  readonly username: string;
}

/**
 * The one spelling under which what people type as a username or school pass is looked up, at sign-in and in recovery: upper case, without
 * the blanks that telephones put between digits (S12, S14). Undefined for what no username can be.
 */
export function plainName(typed: string): string | undefined {
  return inUpperCase(typed.replaceAll(/[\s\u200b\u2060\ufeff]/gu, '')) || undefined;
}

/** Only ASCII is taken, and it is looked at before the case changes: `ſ`, `ı` and `ﬆ` become ASCII when it does. */
function inUpperCase(typed: string): string {
  const trimmed = typed.trim();
  return /^[\x21-\x7e]*$/.test(trimmed) ? trimmed.toUpperCase() : '';
}

/** Reads a username as people type it: any case, stray blanks around it (S12, S13); undefined when it is none. */
export function parseUsername(typed: string): StaffUsername | FamilyUsername | undefined {
  return parseStaffUsername(typed) ?? parseFamilyUsername(typed);
}

/** Reads a staff username as people type it; undefined when it is none. */
export function parseStaffUsername(typed: string): StaffUsername | undefined {
  const username = inUpperCase(typed);
  const match = STAFF_USERNAME.exec(username);
  const [, school, number] = match ?? [];
  return school && number ? { kind: 'staff', school: toSchoolId(school), number, username } : undefined;
}

function parseFamilyUsername(typed: string): FamilyUsername | undefined {
  const username = inUpperCase(typed);
  const [, letter = '', digits = '', last = ''] = FAMILY_USERNAME.exec(username) ?? [];
  const kind = FAMILY_KINDS[letter];
  return kind && { kind, digits, isOurs: last === checkLetter(letter, digits), username };
}

/** Builds a staff username. */
export function staffUsername(school: SchoolId, number: number): string {
  return `${school}.${number}`;
}

/** Builds the username of a guardian or a pupil from a number below a million. */
export function familyUsername(kind: FamilyAccountKind, number: number): string {
  const digits = String(number).padStart(FAMILY_DIGITS, '0');
  const letter = FAMILY_LETTERS[kind];
  return `${letter}${digits}${checkLetter(letter, digits)}`;
}

/** Reads a school code; undefined when it is none. */
export function parseSchoolId(typed: string): SchoolId | undefined {
  const code = inUpperCase(typed);
  return SCHOOL_CODE.test(code) ? toSchoolId(code) : undefined;
}

/**
 * The last letter of the usernames made here: a weighted sum of letter and digits, modulo 23. The weights differ from place to place
 * and 23 is prime, so that one wrong digit and two exchanged neighbours are both noticed.
 */
function checkLetter(letter: string, digits: string): string {
  const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXZ';
  let sum = letter.charCodeAt(0);
  for (const [index, digit] of [...digits].entries()) sum += Number(digit) * (index + 2);
  return LETTERS.charAt(sum % LETTERS.length);
}
