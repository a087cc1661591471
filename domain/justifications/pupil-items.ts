import { groupBy } from '../base/group-by.ts';
import type { ClassId, LocalDate, PersonId } from '../base/ids.ts';
import { isTaughtElsewhere } from '../hours/declared-hours.ts';
import { noAbsenceOn } from '../hours/not-absence.ts';
import type { PupilOnDay } from '../hours/own-lesson-hours.ts';
import { modeOf } from '../kinds/attendance-day/attendance-mode.ts';
import { toldEvents } from '../kinds/attendance-day/pupil-in-hour.ts';
import type { AttendanceDay } from '../kinds/attendance-day/record.ts';
import type { BellHour } from '../kinds/bell-scheme/record.ts';
import type { ClassMovement } from '../kinds/class-movement/record.ts';
import type { HoursOfLeftClass } from '../kinds/hours-of-left-class/record.ts';
import type { Justification } from '../kinds/justification/record.ts';
import type { Permit } from '../kinds/permit/record.ts';
import type { PresenceElsewhere } from '../kinds/presence-elsewhere/record.ts';
import type { SchoolYear } from '../kinds/school-year/record.ts';
import type { SchoolPolicies } from '../kinds/school/record.ts';
import type { StandingAuthorisation } from '../kinds/standing-authorisation/record.ts';
import { WHOLE_DAY } from '../school/minute-span.ts';
import type { SchoolView } from '../school/school-view.ts';
import { expectedTimes } from './expected-times.ts';
import { isPermitted } from './authorised-times.ts';
import { itemsOfDay } from './day-items.ts';
import { isMissedForSchool } from './missed-by.ts';
import { dayJustifications } from './day-justifications.ts';
import { shortLatesBefore } from './short-lates.ts';
import type { PupilItem } from './validation-list.ts';

/** What was recorded of some pupils in a school year, as far as whoever asks has it. */
export interface JustifyingRecords {
  readonly days: readonly AttendanceDay[];
  readonly justifications: readonly Justification[];
  readonly permits: readonly Permit[];
  readonly elsewhere: readonly PresenceElsewhere[];
  readonly movements: readonly ClassMovement[];
  /** What is told of classes that the pupils have left: whoever has the pupils now need not have the movements of those (D97). */
  readonly left: readonly Pick<HoursOfLeftClass, 'pupil' | 'class' | 'movements'>[];
  readonly authorisations: readonly StandingAuthorisation[];
}

/** What of a school decides about the items of a day. */
export interface JustifyingSchool {
  readonly year: SchoolYear;
  readonly policies: SchoolPolicies;
  bellHours(schoolClass: ClassId, day: LocalDate): readonly BellHour[];
  /** What others have declared of a pupil's hours in the year: of whom a school in hospital or at home has, nothing is to be justified (D97). */
  readonly hoursElsewhereOf: SchoolView['hoursElsewhereOf'];
  /** Those of them in which a pupil of the class is expected: by the pupil's own group and choice, where they are known (D9). */
  ownLessonHours(of: PupilOnDay): readonly BellHour[];
}

/**
 * All that the days of some pupils hold which has to be justified or may have to, with where its justification is: day by day, in the
 * order of the days for each pupil, so that the short late entries before one are counted (D103).
 */
export function pupilItems(
  school: JustifyingSchool,
  records: JustifyingRecords,
  today: LocalDate,
): readonly PupilItem[] {
  const { year, policies } = school;
  const isOfYear = ({ day }: { readonly day: LocalDate }) =>
    year.lessonsFrom <= day && day <= year.lessonsTo && day <= today;
  const acts = new Map(records.justifications.map((one) => [keyOf(one), one.acts]));
  const permits = groupBy(records.permits, keyOf);
  const elsewhere = groupBy(records.elsewhere, ({ pupil }) => pupil);
  const authorisations = groupBy(records.authorisations, ({ pupil }) => pupil);
  const movements = new Map(records.movements.map((one) => [`${one.day} ${one.class}`, one]));
  const told = new Map(
    records.left.flatMap(({ pupil, class: left, movements: ofClass = [] }) =>
      ofClass.map((one) => [`${one.day} ${left} ${pupil}`, one] as const),
    ),
  );
  const ofPupil = groupBy(records.days.filter(isOfYear), ({ pupil }) => pupil);

  return [...ofPupil].flatMap(([pupil, days]) => {
    const shortOn: LocalDate[] = [];
    const declared = school.hoursElsewhereOf(pupil, year.startYear);
    const inOrder = days.toSorted((a, b) => a.day.localeCompare(b.day));
    return inOrder.flatMap((record): readonly PupilItem[] => {
      const { day } = record;
      const bells = school.bellHours(record.class, day);
      const known = noAbsenceOn(
        day,
        bells,
        elsewhere.get(pupil) ?? [],
        movements.get(`${day} ${record.class}`) ?? told.get(`${day} ${record.class} ${pupil}`),
      );
      const free = isTaughtElsewhere(declared, day) ? { ...known, elsewhere: [WHOLE_DAY] } : known;
      const lessons = school.ownLessonHours(record);
      const granted = permits.get(keyOf(record)) ?? [];
      const required = itemsOfDay(toldEvents(record.events, bells), {
        day,
        hours: bells,
        mode: modeOf(year),
        expected: expectedTimes(lessons, free.classAway),
        policies,
        shortLatesBefore: shortLatesBefore(shortOn, day, year),
        authorisations: authorisations.get(pupil) ?? [],
        isExcused: (item) =>
          isPermitted(item, granted) || isMissedForSchool(item, { events: record.events, lessons }, free),
      });
      if (required.some(({ isShort }) => isShort)) shortOn.push(day);
      const { items } = dayJustifications(acts.get(keyOf(record)) ?? [], required, day < today);
      return items.map((item) => ({ ...item, pupil, day }));
    });
  });
}

function keyOf({ day, pupil }: { readonly day: LocalDate; readonly pupil: PersonId }): string {
  return `${day} ${pupil}`;
}
