import { must } from '../base/assert.ts';
import type { ClassId, LocalDate, SubjectId } from '../base/ids.ts';
import { timeToMinutes } from '../base/local-date.ts';
import { roundedHalfUnits } from '../kinds/attendance-day/absence-hours.ts';
import { DEFAULT_MODE } from '../kinds/attendance-day/attendance-mode.ts';
import { hourPresence } from '../kinds/attendance-day/hour-presence.ts';
import { withoutAbsence, type NoAbsence } from '../kinds/attendance-day/no-absence.ts';
import { speakingOf } from '../kinds/attendance-day/prepared-marks.ts';
import type { AttendanceEvent } from '../kinds/attendance-day/record.ts';
import type { SchoolYear } from '../kinds/school-year/record.ts';
import { DEFAULT_ROUNDING, type SchoolPolicies } from '../kinds/school/record.ts';
import type { HeldLesson, HeldLessons } from './held-lessons.ts';
import { ownLessonsOn, type PupilPlaces } from './lessons-of-pupil.ts';

/** What is known of one day of a pupil. */
export interface PupilDay extends NoAbsence {
  readonly events: readonly AttendanceEvent[];
  /** What is no absence in another class in which the pupil is on the day: its bells and its movement are its own. */
  readonly inClass?: ReadonlyMap<ClassId, NoAbsence>;
}

/** A pupil for whom hours are counted; days of which nothing is known are presences. */
export interface PupilYear {
  readonly places: PupilPlaces;
  readonly days: ReadonlyMap<LocalDate, PupilDay>;
}

/** The settings of the school and of its year that decide about hours. */
export type HoursPolicies = Pick<SchoolPolicies, 'absenceRounding' | 'assistedStudyCounts'> &
  Pick<SchoolYear, 'attendanceMode'>;

/**
 * One hour in which a pupil missed something: the exact part is `missedMinutes` of `minutes`, times `halfUnits`. It is in the list also
 * where rounding leaves nothing of it, so that whoever asks sees why.
 */
export interface HoursTerm {
  readonly day: LocalDate;
  readonly hour: number;
  readonly class: ClassId;
  readonly subjects: readonly SubjectId[];
  readonly missedMinutes: number;
  readonly minutes: number;
  readonly halfUnits: number;
  readonly absentHalfUnits: number;
}

/** A number of hours and what it is the sum of (D246). */
export interface HoursTotal {
  readonly absentHalfUnits: number;
  /** Of the lessons that were held for the pupil. */
  readonly heldHalfUnits: number;
  readonly terms: readonly HoursTerm[];
}

/** A pupil's hours of absence. */
export interface AbsenceHours {
  /** Hours that were signed for a subject: those of the final meeting (D11). */
  readonly official: HoursTotal;
  /** Hours signed as substitution without a subject: by them the two ways of counting differ (D257). */
  readonly withoutSubject: HoursTotal;
  /** All hours that were held: the official ones and those without a subject. */
  readonly indicative: HoursTotal;
  readonly bySubject: ReadonlyMap<SubjectId, HoursTotal>;
}

interface Tally {
  absentHalfUnits: number;
  heldHalfUnits: number;
  readonly terms: HoursTerm[];
}

/**
 * A pupil's hours of absence in some lessons (D10, D94, D95): an hour counts once in the totals, and once for each of its subjects,
 * however many teachers and groups it had.
 *
 * The lessons come sorted, and days without a mark cost nothing but their sum: a class of a year is computed while somebody looks at it.
 */
export function hoursOfAbsence(
  held: HeldLessons,
  { places, days }: PupilYear,
  policies: HoursPolicies,
): AbsenceHours {
  const [official, withoutSubject, indicative] = [newTally(), newTally(), newTally()];
  const bySubject = new Map<SubjectId, Tally>();
  for (const [day, lessons] of held) {
    const isOwn = ownLessonsOn(places, day, policies);
    const known = days.get(day);
    for (const together of hoursOf(lessons, isOwn)) {
      const first = must(together[0], 'an hour has a lesson');
      const subjects =
        together.length === 1 ? first.subjects : [...new Set(together.flatMap((lesson) => lesson.subjects))];
      const term = known && termOf(first, subjects, known, policies);
      const { halfUnits } = first.bell;
      add(indicative, halfUnits, term);
      add(subjects.length > 0 ? official : withoutSubject, halfUnits, term);
      for (const subject of subjects) {
        const tally = bySubject.get(subject) ?? newTally();
        bySubject.set(subject, tally);
        add(tally, halfUnits, term);
      }
    }
  }
  return { official, withoutSubject, indicative, bySubject };
}

/** The lessons of a day that are a pupil's, hour by hour; they come in the order of their hours. */
function* hoursOf(
  lessons: readonly HeldLesson[],
  isOwn: (lesson: HeldLesson) => boolean,
): Generator<readonly HeldLesson[]> {
  let together: HeldLesson[] = [];
  for (const lesson of lessons) {
    if (!isOwn(lesson)) continue;
    if (together.length > 0 && together[0]?.bell.hour !== lesson.bell.hour) {
      yield together;
      together = [];
    }
    together.push(lesson);
  }
  if (together.length > 0) yield together;
}

/** What was missed of an hour; undefined where it was nothing. */
function termOf(
  { day, class: schoolClass, bell, bells }: HeldLesson,
  subjects: readonly SubjectId[],
  { events, inClass, ...ofDay }: PupilDay,
  policies: HoursPolicies,
): HoursTerm | undefined {
  const mode = policies.attendanceMode ?? DEFAULT_MODE;
  const marked = hourPresence(speakingOf(events, { day, bells, mode }, bell), bell);
  const { missedMinutes } = withoutAbsence(marked, bell, inClass?.get(schoolClass) ?? ofDay);
  if (missedMinutes === 0) return undefined;
  return {
    day,
    hour: bell.hour,
    class: schoolClass,
    subjects,
    missedMinutes,
    minutes: timeToMinutes(bell.end) - timeToMinutes(bell.start),
    halfUnits: bell.halfUnits,
    absentHalfUnits: roundedHalfUnits(missedMinutes, bell, policies.absenceRounding ?? DEFAULT_ROUNDING),
  };
}

function newTally(): Tally {
  return { absentHalfUnits: 0, heldHalfUnits: 0, terms: [] };
}

function add(tally: Tally, heldHalfUnits: number, term: HoursTerm | undefined): void {
  tally.heldHalfUnits += heldHalfUnits;
  if (!term) return;
  tally.absentHalfUnits += term.absentHalfUnits;
  tally.terms.push(term);
}
