import type { LocalDate, SubjectId } from '../base/ids.ts';
import { addDays, minutesToTime } from '../base/local-date.ts';
import { roundedHalfUnits } from '../kinds/attendance-day/absence-hours.ts';
import type { Enrolment } from '../kinds/enrolment/record.ts';
import type { HoursOfLeftClass } from '../kinds/hours-of-left-class/record.ts';
import type { AbsenceRounding } from '../kinds/school/record.ts';
import { isOnRoll, leftAt } from '../school/class-membership.ts';
import type { SchoolView } from '../school/school-view.ts';
import type { AbsenceHours, HoursTerm, HoursTotal } from './hours-of-absence.ts';
import { recordedHours, type Recorded, type WhatIsMeant } from './recorded-hours.ts';

/** What is told of the hours in a class that was left. */
export type LeftHours = Pick<HoursOfLeftClass, 'held' | 'missed' | 'changedAt' | 'movements'>;

/** An enrolment that has ended. */
export type EndedEnrolment = Enrolment & { readonly to: LocalDate };

/** The last day of which something may be counted in a class that was left: the morning of the change is still of it. */
export function lastDayInClass({ to }: Pick<EndedEnrolment, 'to'>): LocalDate {
  return addDays(to, 1);
}

/** The hours of a pupil in a class that was left, from all that was recorded there (D97). */
export function leftHours(view: SchoolView, records: Recorded, stay: EndedEnrolment): LeftHours {
  const { hoursOf } = recordedHours(view, records, lastDayInClass(stay));
  const { official, withoutSubject, indicative, bySubject } = hoursOf(stay.pupil, {
    isMeant: ({ class: schoolClass, day, bell }) => schoolClass === stay.class && isOnRoll(stay, day, bell),
  });
  const changedAt = leftAt(stay);
  const movements = movementsIn(records, stay);
  return {
    ...(changedAt === undefined ? {} : { changedAt }),
    ...(movements.length > 0 ? { movements } : {}),
    held: {
      official: official.heldHalfUnits,
      withoutSubject: withoutSubject.heldHalfUnits,
      bySubject: [...bySubject]
        .map(([subject, { heldHalfUnits }]) => ({ subject, halfUnits: heldHalfUnits }))
        .toSorted((a, b) => a.subject.localeCompare(b.subject)),
    },
    missed: indicative.terms.map(({ day, hour, subjects, missedMinutes, minutes, halfUnits }) => ({
      day,
      hour,
      subjects: subjects.toSorted(),
      missedMinutes,
      minutes,
      halfUnits,
    })),
  };
}

/** When the school did not expect the class on the days of the pupil there: by that the new class knows what is not to be justified (D98). */
function movementsIn(
  { movements }: Pick<Recorded, 'movements'>,
  stay: EndedEnrolment,
): NonNullable<HoursOfLeftClass['movements']> {
  return movements
    .filter(
      ({ class: schoolClass, day, expected }) =>
        schoolClass === stay.class &&
        stay.from <= day &&
        day <= lastDayInClass(stay) &&
        (expected.from !== undefined || expected.to !== undefined),
    )
    .map(({ day, expected }) => ({ day, expected }))
    .toSorted((a, b) => a.day.localeCompare(b.day));
}

/**
 * What is counted of a pupil beside these records: no enrolment in the classes that they tell of, and no hour of the new class that had
 * begun when the pupil was still in another one. Each hour is counted once.
 */
export function besideLeftClasses(
  enrolments: readonly Enrolment[],
  left: readonly HoursOfLeftClass[],
): WhatIsMeant {
  if (left.length === 0) return {};
  return {
    enrolments: enrolments.filter((one) => !left.some((gone) => gone.class === one.class)),
    isMeant: ({ day, bell }) =>
      !left.some(
        ({ lastDay, changedAt }) =>
          changedAt !== undefined && day === addDays(lastDay, 1) && bell.start <= changedAt,
      ),
  };
}

/** Adds to a pupil's hours those of classes that were left: each total goes on being the sum of its list (D97, D246). */
export function withLeftClasses(
  hours: AbsenceHours,
  left: readonly HoursOfLeftClass[],
  rounding: AbsenceRounding,
): AbsenceHours {
  if (left.length === 0) return hours;
  const terms = left.flatMap((one) => termsOf(one, rounding));
  const heldOf = (which: 'official' | 'withoutSubject') =>
    left.reduce((sum, { held }) => sum + held[which], 0);
  const [official, withoutSubject] = [heldOf('official'), heldOf('withoutSubject')];
  const heldBySubject = new Map<SubjectId, number>();
  for (const { subject, halfUnits } of left.flatMap(({ held }) => held.bySubject))
    heldBySubject.set(subject, (heldBySubject.get(subject) ?? 0) + halfUnits);
  const all = new Set([...hours.bySubject.keys(), ...heldBySubject.keys()]);
  return {
    official: sumOf(
      hours.official,
      official,
      terms.filter(({ subjects }) => subjects.length > 0),
    ),
    withoutSubject: sumOf(
      hours.withoutSubject,
      withoutSubject,
      terms.filter(({ subjects }) => subjects.length === 0),
    ),
    indicative: sumOf(hours.indicative, official + withoutSubject, terms),
    bySubject: new Map(
      [...all].map((subject) => [
        subject,
        sumOf(
          hours.bySubject.get(subject) ?? NOTHING,
          heldBySubject.get(subject) ?? 0,
          terms.filter(({ subjects }) => subjects.includes(subject)),
        ),
      ]),
    ),
  };
}

const NOTHING: HoursTotal = { absentHalfUnits: 0, heldHalfUnits: 0, terms: [] };

function termsOf(
  { class: schoolClass, missed }: HoursOfLeftClass,
  rounding: AbsenceRounding,
): readonly HoursTerm[] {
  return missed.map((one) => ({
    ...one,
    class: schoolClass,
    absentHalfUnits: roundedHalfUnits(
      one.missedMinutes,
      { start: minutesToTime(0), end: minutesToTime(one.minutes), halfUnits: one.halfUnits },
      rounding,
    ),
  }));
}

function sumOf(own: HoursTotal, heldHalfUnits: number, terms: readonly HoursTerm[]): HoursTotal {
  return {
    absentHalfUnits: terms.reduce((sum, term) => sum + term.absentHalfUnits, own.absentHalfUnits),
    heldHalfUnits: own.heldHalfUnits + heldHalfUnits,
    terms: [...own.terms, ...terms].toSorted((a, b) => a.day.localeCompare(b.day) || a.hour - b.hour),
  };
}
