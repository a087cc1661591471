import { groupBy } from '../base/group-by.ts';
import type { ClassId, LocalDate, PersonId } from '../base/ids.ts';
import type { NoAbsence } from '../kinds/attendance-day/no-absence.ts';
import type { AttendanceDay } from '../kinds/attendance-day/record.ts';
import type { ClassMovement } from '../kinds/class-movement/record.ts';
import type { Enrolment } from '../kinds/enrolment/record.ts';
import type { Lesson } from '../kinds/lesson/record.ts';
import type { PresenceElsewhere } from '../kinds/presence-elsewhere/record.ts';
import { DEFAULT_POLICIES } from '../kinds/school/record.ts';
import { startYearOf } from '../school/calendar.ts';
import type { SchoolView } from '../school/school-view.ts';
import { isTaughtElsewhere } from './declared-hours.ts';
import { foreseenSubject } from './foreseen-subject.ts';
import { heldByDay, heldLesson, type HeldLesson, type ReligionSubjects } from './held-lessons.ts';
import { hoursOfAbsence, type AbsenceHours, type HoursPolicies, type PupilDay } from './hours-of-absence.ts';
import { noAbsenceOn } from './not-absence.ts';
import { religionSubjects } from './religion-subjects.ts';

/** What was recorded in a school year, as far as whoever asks has it; other years in it are left out. */
export interface Recorded {
  readonly lessons: readonly Lesson[];
  readonly days: readonly AttendanceDay[];
  readonly elsewhere: readonly PresenceElsewhere[];
  readonly movements: readonly ClassMovement[];
}

/** What of a pupil is counted. */
export interface WhatIsMeant {
  /** By which enrolments; all of the pupil's where it is left out. */
  readonly enrolments?: readonly Enrolment[];
  /** Which lessons; all where it is left out. */
  readonly isMeant?: (lesson: HeldLesson) => boolean;
}

/** What was recorded, put in order once for all pupils that are asked for. */
export interface RecordedHours {
  readonly religion: ReligionSubjects;
  readonly bellHours: SchoolView['bellHours'];
  readonly policies: HoursPolicies;
  /** The hours of absence of a pupil. */
  hoursOf(pupil: PersonId, meant: WhatIsMeant): AbsenceHours;
}

/** Puts in order what was recorded in the school year of a day, up to that day. */
export function recordedHours(view: SchoolView, records: Recorded, today: LocalDate): RecordedHours {
  const startYear = startYearOf(today);
  const isOfYear = ({ day }: { readonly day: LocalDate }) => startYearOf(day) === startYear && day <= today;
  const religion = religionSubjects(view);
  const bells = bellsOf(view);
  const foreseen = foreseenSubject(view, religion);
  const lessons = records.lessons
    .filter(isOfYear)
    .flatMap((lesson) => heldLesson(lesson, bells(lesson.class, lesson.day), religion, foreseen) ?? []);
  const held = heldByDay(lessons);
  const days = groupBy(records.days.filter(isOfYear), ({ pupil }) => pupil);
  const elsewhere = groupBy(records.elsewhere, ({ pupil }) => pupil);
  const movements = new Map(records.movements.map((one) => [`${one.day} ${one.class}`, one]));

  const noAbsence = (schoolClass: ClassId, day: LocalDate, pupil: PersonId): NoAbsence => {
    const movement = movements.get(`${day} ${schoolClass}`);
    return noAbsenceOn(day, bells(schoolClass, day), elsewhere.get(pupil) ?? [], movement);
  };
  const dayOf = ({ day, class: first, otherClasses = [], pupil, events }: AttendanceDay): PupilDay => ({
    events,
    ...noAbsence(first, day, pupil),
    ...(otherClasses.length === 0
      ? {}
      : { inClass: new Map(otherClasses.map((other) => [other, noAbsence(other, day, pupil)])) }),
  });
  const policies = { ...(view.school?.policies ?? DEFAULT_POLICIES), ...modeOf(view, startYear) };
  return {
    religion,
    bellHours: bells,
    policies,
    hoursOf(pupil, { isMeant, enrolments = view.enrolmentsOf.get(pupil) ?? [] }) {
      const declared = view.hoursElsewhereOf(pupil, startYear);
      const isOther = (lesson: HeldLesson) => isTaughtElsewhere(declared, lesson.day);
      // The usual case: nobody has declared anything, and the lessons are put in order once.
      const all = declared.length > 0 ? lessons.filter((lesson) => !isOther(lesson)) : lessons;
      const meant = isMeant ? all.filter(isMeant) : all;
      return hoursOfAbsence(
        meant === lessons ? held : heldByDay(meant),
        {
          places: {
            enrolments,
            groups: view.groupsOfPupil(pupil),
            religion: view.religionChoicesOf(pupil),
            choosing: view.hasReligionChoices,
          },
          days: new Map((days.get(pupil) ?? []).map((one) => [one.day, dayOf(one)])),
        },
        policies,
      );
    },
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
