import { combineLatest, distinctUntilChanged, map, switchMap, type Observable } from 'rxjs';
import { equalJson } from '../../../domain/base/canonical-json.ts';
import type { Instant, LocalDate } from '../../../domain/base/ids.ts';
import { schoolDayAndTime } from '../../../domain/base/local-date.ts';
import { isClassExpected } from '../../../domain/kinds/class-movement/class-away.ts';
import { hoursOfDay } from '../../../domain/kinds/attendance-day/attendance-mode.ts';
import { pupilInHour } from '../../../domain/kinds/attendance-day/pupil-in-hour.ts';
import type { AttendanceDay } from '../../../domain/kinds/attendance-day/record.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import type { Subject } from '../../../domain/kinds/subject/record.ts';
import { noLessonReason, type NoLessonReason } from '../../../domain/school/calendar.ts';
import { WHOLE_CLASS } from '../../../domain/school/hour-place.ts';
import { mayKeepRoll } from '../../../domain/school/written-hour.ts';
import { minutes } from '../../data/minutes.ts';
import type { Register } from '../../data/register.ts';
import { groupName } from '../../data/school/planned-for-me.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import { isSignedBy } from '../../../domain/kinds/lesson/signature-of.ts';
import { isSignedAway } from '../../kinds/lesson/signed-away.ts';
import { daysOfClasses } from '../days-of-classes.ts';
import { classMovements, type MovementOf } from './hour-lacks.ts';
import { hoursToSign, type UnsignedHour } from './hours-to-sign.ts';
import { inOneRow, isOneLesson } from './joined-places.ts';
import { missingPlan, type MissingPlan } from './missing-plan.ts';
import {
  inOrder,
  lessonsByHour,
  mineIn,
  namesOf,
  placeOf,
  stoodInHours,
  type OwnHour,
} from '../../kinds/lesson/own-hours.ts';
import { pupilsOfHour } from './pupils-of-hour.ts';

/** One hour of a teacher's day, for the list on the left. */
export interface TeacherHour {
  readonly planned: OwnHour;
  readonly schoolClass: SchoolClass;
  /** The classes that have the same lesson, which stand in this row; what the row says of signature and roll is so in all of them (D17). */
  readonly joined?: readonly TeacherHour[];
  /** Of an hour in which I stand in it may not be known. */
  readonly subject?: Subject;
  /** I stand in for a colleague, who is named where that is known (D209). */
  readonly standsIn?: { readonly replaced?: Person };
  /** The group of a parted class that has the hour, by its name (D204). */
  readonly group?: string;
  /** A colleague stands in for me here. */
  readonly takenBy?: Person;
  readonly lesson?: Lesson;
  readonly signedByMe: boolean;
  /** The lesson of a past day is not on this device: whether its roll was called and, where I was assigned, signed, is not known (D209). */
  readonly isAway?: true;
  /** The school has sent the class home by then, or calls it in only later (D106). */
  readonly isUnexpected?: true;
  readonly rollCallTaken: boolean;
  /** Pupils of the class absent at this hour, and all enrolled ones. */
  readonly absent: number;
  readonly enrolled: number;
}

/** The classes of a row, its own first. */
export function classesOf({
  schoolClass,
  joined = [],
}: Pick<TeacherHour, 'schoolClass' | 'joined'>): readonly SchoolClass[] {
  return [schoolClass, ...joined.map((one) => one.schoolClass)];
}

/** A teacher's day from the timetable, with what has been written so far. */
export interface TeacherDay {
  readonly day: LocalDate;
  readonly noLesson?: NoLessonReason;
  readonly missing?: MissingPlan;
  readonly hours: readonly TeacherHour[];
  /** My hours that have ended within the last days without my signature and can still be signed, other than those of the day; oldest first. */
  readonly unsigned: readonly UnsignedHour[];
}

/** A teacher's day, live. */
export function teacherDay(
  { records, now }: Pick<Register, 'records' | 'now'>,
  day: LocalDate,
): Observable<TeacherDay> {
  // All lessons of the day: an hour of any class may be one that I have signed as a substitute.
  const lessons$ = records.find('lesson', { day: { from: day, to: day } });
  return combineLatest([
    records.facts$,
    lessons$,
    attendanceOfDay(records, lessons$, day),
    classMovements(records),
    hoursToSign({ records, now }),
    minutes(now),
  ]).pipe(
    map(([facts, lessons, attendance, movementOf, unsigned, at]) => ({
      ...buildDay(facts, day, { lessons, attendance, movementOf }, at),
      // An hour that ends while the page is open joins those that wait for a signature.
      unsigned: unsigned.filter(({ planned }) => planned.day !== day),
    })),
    // That the school has received a mark changes nothing of it.
    distinctUntilChanged((before, after) => equalJson(before, after)),
  );
}

/** What is recorded of the day. */
interface Recorded {
  readonly lessons: readonly Lesson[];
  readonly attendance: readonly AttendanceDay[];
  readonly movementOf: MovementOf;
}

/** The days of the pupils of those classes in which I have an hour or stand in. */
function attendanceOfDay(
  records: Register['records'],
  lessons$: Observable<readonly Lesson[]>,
  day: LocalDate,
): Observable<readonly AttendanceDay[]> {
  return combineLatest([records.facts$, lessons$]).pipe(
    map(([facts, lessons]) => {
      const own = facts.myHours(day).map((planned) => planned.class);
      const stoodIn = stoodInHours(facts, day, lessons).map(({ schoolClass }) => schoolClass.id);
      return [...new Set([...own, ...stoodIn])].toSorted();
    }),
    distinctUntilChanged((one, other) => equalJson(one, other)),
    switchMap((classes) => daysOfClasses(records, classes, day)),
  );
}

function buildDay(
  facts: SchoolFacts,
  day: LocalDate,
  { lessons, attendance, movementOf }: Recorded,
  at: Instant,
): Omit<TeacherDay, 'unsigned'> {
  const byHour = lessonsByHour(lessons);
  const lessonOf = (planned: OwnHour) => mineIn(byHour, planned, facts.me);
  const year = facts.yearOn(day);
  const noLesson = year && noLessonReason(year, day);
  const written = (planned: OwnHour) => {
    const lesson = lessonOf(planned);
    const of = lesson ? lesson.group : planned.group;
    const group = groupName(facts, planned.class, of);
    return {
      planned,
      ...(group === undefined ? {} : { group }),
      ...(lesson ? { lesson } : {}),
      signedByMe: isSignedBy(lesson, facts.me) || (!lesson && isSignedAway(facts, placeOf(planned))),
      ...(isClassExpected(planned, movementOf(planned)) ? {} : { isUnexpected: true as const }),
      ...(!lesson && isAway(facts, planned, schoolDayAndTime(at)) ? { isAway: true as const } : {}),
      rollCallTaken: lesson?.rollCall !== undefined,
      ...countPupils(facts, attendance, planned, lesson),
    };
  };
  const own = facts.myHours(day).flatMap((planned): TeacherHour[] => {
    const names = namesOf(facts, planned);
    const taker = facts.takerOf(planned);
    const takenBy = taker === undefined ? undefined : facts.person(taker);
    return names ? [{ ...names, ...written(planned), ...(takenBy ? { takenBy } : {}) }] : [];
  });
  const stoodIn = stoodInHours(facts, day, lessons).map(({ bell, schoolClass, subject, replaced }) => ({
    schoolClass,
    ...(subject ? { subject } : {}),
    standsIn: replaced ? { replaced } : {},
    ...written({ ...bell, day, class: schoolClass.id }),
  }));
  const hours = [...own, ...stoodIn].toSorted((a, b) => inOrder(a.planned, b.planned));
  const classes = facts.myClasses(day);
  const missing = missingPlan(facts, classes, day);
  return {
    day,
    ...(noLesson ? { noLesson } : {}),
    ...(missing ? { missing } : {}),
    hours: inOneRow(hours, (one, other) => isOneLesson(facts, lessons, one.planned, other.planned)).map(
      asRow,
    ),
  };
}

/** One row for the classes that have a lesson together. */
function asRow({ hour, joined }: { readonly hour: TeacherHour; readonly joined: readonly TeacherHour[] }) {
  if (joined.length === 0) return hour;
  const all = [hour, ...joined];
  return {
    ...hour,
    joined,
    signedByMe: all.every((one) => one.signedByMe),
    rollCallTaken: all.every((one) => one.rollCallTaken),
    absent: all.reduce((sum, one) => sum + one.absent, 0),
    enrolled: all.reduce((sum, one) => sum + one.enrolled, 0),
  };
}

/** Whether the lesson of an hour has left this device, or was never there: of a class of others, once its day is over. */
function isAway(
  facts: SchoolFacts,
  { day, class: schoolClass, hour }: OwnHour,
  { day: today }: ReturnType<typeof schoolDayAndTime>,
): boolean {
  if (isSignedAway(facts, { day, schoolClass, hour })) return true;
  return day < today && !mayKeepRoll(facts.actor(day), facts.writeFacts(schoolClass, day));
}

function countPupils(
  facts: SchoolFacts,
  attendance: readonly AttendanceDay[],
  planned: OwnHour,
  lesson: Lesson | undefined,
): Pick<TeacherHour, 'absent' | 'enrolled'> {
  const place = { ...placeOf(planned), group: (lesson ? lesson.group : planned.group) ?? WHOLE_CLASS };
  const pupils = new Set(pupilsOfHour(facts, place, planned, lesson));
  const ofDay = hoursOfDay(planned.day, facts.writeFacts(planned.class, planned.day));
  const absent = attendance.filter(
    ({ pupil, events }) => pupils.has(pupil) && pupilInHour(events, ofDay, planned).mark === 'absent',
  ).length;
  return { absent, enrolled: pupils.size };
}
