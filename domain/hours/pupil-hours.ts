import { groupBy } from '../base/group-by.ts';
import type { ClassId, LocalDate, PersonId } from '../base/ids.ts';
import type { AttendanceDay } from '../kinds/attendance-day/record.ts';
import type { ClassMovement } from '../kinds/class-movement/record.ts';
import type { Lesson } from '../kinds/lesson/record.ts';
import type { PresenceElsewhere } from '../kinds/presence-elsewhere/record.ts';
import type { ReligionChoiceName } from '../kinds/religion-choice/record.ts';
import { DEFAULT_POLICIES } from '../kinds/school/record.ts';
import { startYearOf } from '../school/calendar.ts';
import type { SchoolView } from '../school/school-view.ts';
import { holdsOn } from '../school/validity.ts';
import {
  annualHalfUnits,
  hasLimit,
  isOverLimit,
  projected,
  warningLevel,
  weeklyHalfUnits,
  type Projection,
  type WarningLevel,
} from './annual-hours.ts';
import { countedHours, type CountedHours } from './counted-hours.ts';
import { heldByDay, heldLesson, type ReligionSubjects } from './held-lessons.ts';
import { hoursOfAbsence, type AbsenceHours, type PupilDay } from './hours-of-absence.ts';
import { noAbsenceOn } from './not-absence.ts';
import { religionSubjects } from './religion-subjects.ts';
import { weeklyHours } from './weekly-hours.ts';

/** What was recorded in a school year, as far as whoever asks has it; other years in it are left out. */
export interface HoursRecords {
  readonly lessons: readonly Lesson[];
  readonly days: readonly AttendanceDay[];
  readonly elsewhere: readonly PresenceElsewhere[];
  readonly movements: readonly ClassMovement[];
}

/** How a pupil stands to the limit of the year. */
export interface AgainstLimit {
  readonly annualHalfUnits: number;
  readonly isOver: boolean;
  readonly warning?: WarningLevel;
  /** At the present pace, of what counts. */
  readonly projection?: Projection;
}

/** A pupil's hours of absence in a school year, and what they come to. */
export interface PupilHours {
  readonly hours: AbsenceHours;
  /** What is held against the limit, derogations that whoever asks reads set aside. */
  readonly counted: CountedHours;
  /** Absent in primary school, and where no timetable says the pupil's weekly hours. */
  readonly limit?: AgainstLimit;
  /** What the pupil chose for the religion hour; absent where whoever asks does not know it: then religion counts. */
  readonly choice?: ReligionChoiceName;
}

/** The hours of absence of some pupils in the school year of a day, from a school and what was recorded in it. */
export function pupilHours(
  view: SchoolView,
  records: HoursRecords,
  { pupils, day: today }: { readonly pupils: Iterable<PersonId>; readonly day: LocalDate },
): ReadonlyMap<PersonId, PupilHours> {
  const startYear = startYearOf(today);
  const isOfYear = ({ day }: { readonly day: LocalDate }) => startYearOf(day) === startYear && day <= today;
  const religion = religionSubjects(view);
  const bells = bellsOf(view);
  const held = heldByDay(
    records.lessons
      .filter(isOfYear)
      .flatMap((lesson) => heldLesson(lesson, bells(lesson.class, lesson.day), religion) ?? []),
  );
  const days = groupBy(records.days.filter(isOfYear), ({ pupil }) => pupil);
  const elsewhere = groupBy(records.elsewhere, ({ pupil }) => pupil);
  const movements = new Map(records.movements.map((one) => [`${one.day} ${one.class}`, one]));
  const dayOf = ({ day, class: schoolClass, pupil, events }: AttendanceDay): PupilDay => ({
    events,
    ...noAbsenceOn(
      day,
      bells(schoolClass, day),
      elsewhere.get(pupil) ?? [],
      movements.get(`${day} ${schoolClass}`),
    ),
  });
  const policies = {
    ...(view.school?.policies ?? DEFAULT_POLICIES),
    ...modeOf(view, startYear),
  };
  const hoursOf = (pupil: PersonId) =>
    hoursOfAbsence(
      held,
      {
        places: {
          enrolments: view.enrolmentsOf.get(pupil) ?? [],
          groups: view.groupsOfPupil(pupil),
          religion: view.religionChoicesOf(pupil),
        },
        days: new Map((days.get(pupil) ?? []).map((one) => [one.day, dayOf(one)])),
      },
      policies,
    );
  const asked = { view, today, religion, bellHours: bells };
  return new Map([...pupils].map((pupil) => [pupil, totalsOf(asked, pupil, hoursOf(pupil))]));
}

/** What the totals of each pupil are asked of. */
interface Asked {
  readonly view: SchoolView;
  readonly today: LocalDate;
  readonly religion: ReligionSubjects;
  readonly bellHours: SchoolView['bellHours'];
}

function totalsOf(asked: Asked, pupil: PersonId, hours: AbsenceHours): PupilHours {
  const { view, today } = asked;
  const { official } = hours;
  const now = (view.enrolmentsOf.get(pupil) ?? []).find((one) => holdsOn(one, today))?.class;
  const thisPeriod = official.terms
    .filter((term) => now === undefined || term.class === now)
    .reduce((sum, term) => sum + term.absentHalfUnits, 0);
  const counted = countedHours(
    // Hours of earlier meetings and of other schools are nowhere recorded: the meeting will freeze the ones and ask for the others.
    { earlierMeetings: 0, thisPeriod, otherClasses: official.absentHalfUnits - thisPeriod, otherSchool: 0 },
    view.derogationsOf(pupil, startYearOf(today)),
    official.terms,
  );
  const choice = now && view.religionChoiceOn(pupil, now, today);
  const limit = now && limitOf(asked, pupil, { class: now, counted, hours });
  return { hours, counted, ...(limit ? { limit } : {}), ...(choice ? { choice } : {}) };
}

function limitOf(
  { view, today, ...source }: Asked,
  pupil: PersonId,
  of: { readonly class: ClassId; readonly counted: CountedHours; readonly hours: AbsenceHours },
): AgainstLimit | undefined {
  const schoolClass = view.classes.get(of.class);
  if (!schoolClass || !hasLimit(schoolClass.level)) return undefined;
  const year = view.years.get(startYearOf(today)) ?? { lessonsFrom: today, lessonsTo: today };
  // Before the first lesson and after the last one the pupil's group and choice are those of that lesson.
  const inYear =
    today < year.lessonsFrom ? year.lessonsFrom : today > year.lessonsTo ? year.lessonsTo : today;
  const week = weeklyHours({ view, year, ...source }, pupil, of.class, inYear);
  if (!week) return undefined;
  const policies = view.school?.policies ?? DEFAULT_POLICIES;
  const choice = view.religionChoiceOn(pupil, of.class, inYear) ?? 'attending';
  const annual = annualHalfUnits(weeklyHalfUnits(week, choice, policies));
  const { countedHalfUnits } = of.counted;
  const warning = warningLevel(countedHalfUnits, annual);
  const projection = projected(countedHalfUnits, of.hours.official.heldHalfUnits, annual);
  return {
    annualHalfUnits: annual,
    isOver: isOverLimit(countedHalfUnits, annual),
    ...(warning === undefined ? {} : { warning }),
    ...(projection ? { projection } : {}),
  };
}

/** The bell hours of classes on days, each looked for once. */
function bellsOf(view: SchoolView): SchoolView['bellHours'] {
  const known = new Map<string, ReturnType<SchoolView['bellHours']>>();
  return (schoolClass, day) => {
    const key = `${day} ${schoolClass}`;
    const found = known.get(key) ?? view.bellHours(schoolClass, day);
    known.set(key, found);
    return found;
  };
}

function modeOf(view: SchoolView, startYear: number) {
  const attendanceMode = view.years.get(startYear)?.attendanceMode;
  return attendanceMode === undefined ? {} : { attendanceMode };
}
