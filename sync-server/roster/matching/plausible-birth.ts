import type { LocalDate } from '../../../domain/base/ids.ts';

/** Nobody in the lists of a school is older, or younger: pupils begin at five, those who work here are grown up. */
const OLDEST = 90;
const YOUNGEST = { pupil: 4, staff: 14 } as const;
/** Of a pupil above this age two digits of a year say nothing: `27` is a slip for `12` and not a birth in 1927. */
const OLDEST_BY_SHORT_YEAR = 25;

/**
 * Whether somebody of these lists can be born on a day. By it people are recognised and classes get their level, so that a slip is asked
 * and not taken; adults in evening courses are pupils too, where all digits of their year are there.
 */
export function isPlausibleBirth(
  birthDate: LocalDate,
  {
    today,
    isPupil,
    isShort,
  }: { readonly today: LocalDate; readonly isPupil: boolean; readonly isShort: boolean },
): boolean {
  const age = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  if (birthDate > today || age < YOUNGEST[isPupil ? 'pupil' : 'staff']) return false;
  return age <= (isPupil && isShort ? OLDEST_BY_SHORT_YEAR : OLDEST);
}
