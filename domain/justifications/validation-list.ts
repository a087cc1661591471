import type { LocalDate, PersonId } from '../base/ids.ts';
import type { JustifiedDayItem } from './day-justifications.ts';

/** One thing of a pupil's day, with the day. */
export interface PupilItem extends JustifiedDayItem {
  readonly pupil: PersonId;
  readonly day: LocalDate;
}

/** A line of what a teacher has to decide on. */
export interface ValidationLine extends PupilItem {
  /** The pupil is absent today: it is justified on the return (D89). */
  readonly isGreyed: boolean;
}

/**
 * What a teacher validates on a day: absences strictly before it, late entries and exits up to it, of which nothing is decided for good.
 *
 * @param absentToday the pupils who are absent on the day
 */
export function validationList(
  items: readonly PupilItem[],
  today: LocalDate,
  absentToday: ReadonlySet<PersonId>,
): readonly ValidationLine[] {
  return items
    .filter(({ item, day }) => (item === 'absence' ? day < today : day <= today))
    .filter(({ state }) => state === 'sent' || state === 'toJustify' || state === 'rejected')
    .map((line) => ({ ...line, isGreyed: absentToday.has(line.pupil) }))
    .toSorted((a, b) => a.day.localeCompare(b.day) || a.pupil.localeCompare(b.pupil));
}
