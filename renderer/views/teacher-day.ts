import type { BellHour } from '../../domain/kinds/bell-scheme/record.ts';
import type { SchoolClass } from '../../domain/kinds/class/record.ts';
import type { Person } from '../../domain/kinds/person/record.ts';
import type { Subject } from '../../domain/kinds/subject/record.ts';
import type { Instant, LocalDate, PersonId } from '../../domain/base/ids.ts';
import { equalJson } from '../../domain/base/canonical-json.ts';
import { groupBy } from '../../domain/base/group-by.ts';
import { lessonsOfMyHours } from '../data/school/lessons-of-my-hours.ts';
import { groupName, plannedForMe } from '../data/school/planned-for-me.ts';
import { pupilsOfHour } from './pupils-of-hour.ts';
import { noLessonReason, type NoLessonReason } from '../../domain/school/calendar.ts';
import type { Register } from '../data/register.ts';
import type { SchoolFacts } from '../data/school/school-facts.ts';
import { combineLatest, distinctUntilChanged, map, switchMap, type Observable } from 'rxjs';
import { addDays, schoolDayAndTime } from '../../domain/base/local-date.ts';
import type { AttendanceDay } from '../../domain/kinds/attendance-day/record.ts';
import { isClassExpected } from '../../domain/kinds/class-movement/class-away.ts';
import { lessonOfHour } from '../../domain/kinds/lesson/lesson-of-hour.ts';
import type { Lesson } from '../../domain/kinds/lesson/record.ts';
import { mayKeepRoll } from '../../domain/school/written-hour.ts';
import { hoursOfDay } from '../../domain/kinds/attendance-day/attendance-mode.ts';
import { pupilInHour } from '../../domain/kinds/attendance-day/pupil-in-hour.ts';
import { WHOLE_CLASS, type HourPlace } from '../../domain/school/hour-place.ts';
import { isSignedAway } from '../kinds/lesson/signed-away.ts';
import type { PlannedHour } from '../../domain/school/timetable-day.ts';
import { minutes } from '../data/minutes.ts';
import { daysOfClasses } from './days-of-classes.ts';
import { classMovements, lackOf, type MovementOf } from './hour-lacks.ts';
import { missingPlan, type MissingPlan } from './missing-plan.ts';

/** One hour of a teacher's day, for the list on the left. */
export interface TeacherHour {
  readonly planned: BellHour & Pick<PlannedHour, 'day' | 'class' | 'room' | 'group'>;
  readonly schoolClass: SchoolClass;
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

/** A teacher's day from the timetable, with what has been written so far. */
export interface TeacherDay {
  readonly day: LocalDate;
  readonly noLesson?: NoLessonReason;
  readonly missing?: MissingPlan;
  readonly hours: readonly TeacherHour[];
  /** My hours that have ended within the last days without my signature and can still be signed, other than those of the day; oldest first. */
  readonly unsigned: readonly UnsignedHour[];
}

/** An hour of mine that has ended without my signature. */
export interface UnsignedHour {
  readonly planned: TeacherHour['planned'];
  readonly schoolClass: SchoolClass;
  /** Of an hour in which I stand in it may not be known. */
  readonly subject?: Subject;
}

/** How many days back hours that wait for a signature or a topic are listed. */
export const DAYS_BACK = 14;

/** A teacher's day, live. */
export function teacherDay(
  { records, now }: Pick<Register, 'records' | 'now'>,
  day: LocalDate,
): Observable<TeacherDay> {
  // An hour that ends while the page is open joins those that wait for a signature.
  const at$ = minutes(now);
  // Of the day itself all lessons: an hour of any class may be one that I have signed as a substitute.
  const ofDay$ = records.find('lesson', { day: { from: day, to: day } });
  return combineLatest([
    records.facts$,
    combineLatest([ofDay$, lessonsOfMyHours(records, at$, DAYS_BACK)]).pipe(map(together)),
    attendanceOfDay(records, ofDay$, day),
    classMovements(records),
    at$,
  ]).pipe(
    map(([facts, lessons, attendance, movementOf, at]) =>
      buildDay(facts, day, { lessons, attendance, movementOf }, at),
    ),
  );
}

/** What is recorded of the last days, and of the attendance of the day. */
interface Recorded {
  readonly lessons: readonly Lesson[];
  readonly attendance: readonly AttendanceDay[];
  readonly movementOf: MovementOf;
}

function together(parts: readonly (readonly Lesson[])[]): readonly Lesson[] {
  return [...new Map(parts.flat().map((one) => [one.id, one])).values()];
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
): TeacherDay {
  const byHour = lessonsByHour(lessons);
  const lessonOf = (planned: TeacherHour['planned']) => mineIn(byHour, planned, facts.me);
  const year = facts.yearOn(day);
  const noLesson = year && noLessonReason(year, day);
  const unsigned = unsignedHours(facts, byHour, movementOf, at).filter(({ planned }) => planned.day !== day);
  const written = (planned: TeacherHour['planned']) => {
    const lesson = lessonOf(planned);
    const of = lesson ? lesson.group : planned.group;
    const group = groupName(facts, planned.class, of);
    return {
      planned,
      ...(group === undefined ? {} : { group }),
      ...(lesson ? { lesson } : {}),
      signedByMe: isSigned(lesson, facts.me) || (!lesson && isSignedAway(facts, placeOf(planned))),
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
    hours,
    unsigned,
  };
}

function placeOf({ day, class: schoolClass, hour }: TeacherHour['planned']): HourPlace {
  return { day, schoolClass, hour };
}

/** Whether the lesson of an hour has left this device, or was never there: of a class of others, once its day is over. */
function isAway(
  facts: SchoolFacts,
  { day, class: schoolClass, hour }: TeacherHour['planned'],
  { day: today }: ReturnType<typeof schoolDayAndTime>,
): boolean {
  if (isSignedAway(facts, { day, schoolClass, hour })) return true;
  return day < today && !mayKeepRoll(facts.actor(day), facts.writeFacts(schoolClass, day));
}

/** My hours of the last days that have ended without my signature and can still be signed, those of today too, live; oldest first. */
export function hoursToSign({
  records,
  now,
}: Pick<Register, 'records' | 'now'>): Observable<readonly UnsignedHour[]> {
  const at$ = minutes(now);
  const lessons$ = lessonsOfMyHours(records, at$, DAYS_BACK);
  return combineLatest([records.facts$, lessons$, classMovements(records), at$]).pipe(
    map(([facts, lessons, movementOf, at]) => unsignedHours(facts, lessonsByHour(lessons), movementOf, at)),
  );
}

function unsignedHours(
  facts: SchoolFacts,
  lessons: LessonsByHour,
  movementOf: MovementOf,
  at: Instant,
): readonly UnsignedHour[] {
  const moment = schoolDayAndTime(at);
  const unsigned: UnsignedHour[] = [];
  const add = (hour: UnsignedHour) => {
    const lesson = mineIn(lessons, hour.planned, facts.me);
    if (lackOf(facts, hour.planned, { lesson, movementOf }, at) === 'signature') unsigned.push(hour);
  };
  for (let back = DAYS_BACK; back >= 0; back -= 1) {
    const day = addDays(moment.day, -back);
    for (const planned of facts.myHours(day).toSorted(inOrder)) {
      const names = namesOf(facts, planned);
      if (names) add({ planned, ...names });
    }
    for (const { bell, schoolClass, subject } of stoodInHours(facts, day, []))
      add({ planned: { ...bell, day, class: schoolClass.id }, schoolClass, ...(subject ? { subject } : {}) });
  }
  return unsigned;
}

/** The lessons of each hour of each class: several where the class is parted. */
type LessonsByHour = ReadonlyMap<string, readonly Lesson[]>;

function lessonsByHour(lessons: readonly Lesson[]): LessonsByHour {
  return groupBy(lessons, (one) => `${one.day} ${one.hour} ${one.class}`);
}

function mineIn(lessons: LessonsByHour, planned: TeacherHour['planned'], me: PersonId): Lesson | undefined {
  const ofHour = lessons.get(`${planned.day} ${planned.hour} ${planned.class}`) ?? [];
  return lessonOfHour(ofHour, planned, me);
}

function inOrder(a: TeacherHour['planned'], b: TeacherHour['planned']): number {
  return a.start.localeCompare(b.start) || a.class.localeCompare(b.class);
}

function namesOf(facts: SchoolFacts, planned: PlannedHour) {
  const schoolClass = facts.schoolClass(planned.class);
  const subject = facts.subject(planned.subject);
  return schoolClass && subject ? { schoolClass, subject } : undefined;
}

function isSigned(lesson: Lesson | undefined, teacher: string): boolean {
  return lesson?.signatures.some((signature) => signature.teacher === teacher) ?? false;
}

function countPupils(
  facts: SchoolFacts,
  attendance: readonly AttendanceDay[],
  planned: TeacherHour['planned'],
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

/** An hour in which I stand in for a colleague: assigned by the office, or signed by me as such. */
interface StoodInHour {
  readonly bell: BellHour;
  readonly schoolClass: SchoolClass;
  readonly subject?: Subject;
  readonly replaced?: Person;
}

/** The hours of a day in which I stand in; one signed without a network too, of which the school does not know yet (D209). */
function stoodInHours(
  facts: SchoolFacts,
  day: LocalDate,
  lessons: readonly Lesson[],
): readonly StoodInHour[] {
  const places = new Map<string, Pick<Lesson, 'class' | 'hour'> & { readonly replaces?: PersonId }>();
  for (const one of facts.mySubstitutions(day)) places.set(`${one.class} ${one.hour}`, one);
  for (const { day: ofLesson, class: id, hour, signatures } of lessons) {
    const mine = signatures.find(({ teacher, type }) => teacher === facts.me && type === 'substitution');
    if (ofLesson !== day || !mine || places.has(`${id} ${hour}`)) continue;
    const { replaces } = mine;
    places.set(`${id} ${hour}`, { class: id, hour, ...(replaces === undefined ? {} : { replaces }) });
  }
  return [...places.values()].flatMap(({ class: id, hour, replaces }): StoodInHour[] => {
    const schoolClass = facts.schoolClass(id);
    const planned = plannedForMe(facts, { day, schoolClass: id, hour });
    const bell = planned ?? facts.bellHours(id, day).find((one) => one.hour === hour);
    if (!schoolClass || !bell || planned?.teachers.includes(facts.me) === true) return [];
    const subject = planned && facts.subject(planned.subject);
    const replaced = replaces === undefined ? undefined : facts.person(replaces);
    return [{ bell, schoolClass, ...(subject ? { subject } : {}), ...(replaced ? { replaced } : {}) }];
  });
}
