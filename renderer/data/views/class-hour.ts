import { combineLatest, distinctUntilChanged, map, startWith, timer, type Observable } from 'rxjs';
import type { Instant, PersonId } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import type { RefusalReason } from '../../../domain/access/refusal.ts';
import type { AttendanceDay } from '../../../domain/records/attendance-day.ts';
import type { BellHour } from '../../../domain/records/bell-scheme.ts';
import { lessonId, type Lesson } from '../../../domain/records/lesson.ts';
import { compareByName, type Person } from '../../../domain/records/person.ts';
import { DEFAULT_POLICIES, type SchoolPolicies } from '../../../domain/records/school.ts';
import { absentHalfUnits } from '../../../domain/rules/absence-hours.ts';
import { dayState, hourMark, isShortLate, type HourMark } from '../../../domain/rules/attendance-state.ts';
import { isLessonDay } from '../../../domain/rules/calendar.ts';
import { signingFault } from '../../../domain/rules/signing-window.ts';
import { holdsOn } from '../../../domain/rules/validity.ts';
import type { LocalRecords } from '../local-records.ts';
import type { ClassHour, EntryTimes, HourPlace, PupilHour } from '../register.ts';
import { earlierHours } from './earlier-hours.ts';
import { changesAfterRollCall } from './roll-call-changes.ts';
import type { SchoolFacts } from './school-facts.ts';

/** How far back the topic to go on from is looked for. */
const TOPIC_DAYS = 45;
/** Whether the window for writing is open depends on the time; this often it is looked at. */
const CLOCK_TICK = 20_000;

/** One hour of one class, live; undefined while class or bell scheme are not known. */
export function classHour(
  records: LocalRecords,
  facts$: Observable<SchoolFacts>,
  place: HourPlace,
  now: () => Instant,
): Observable<ClassHour | undefined> {
  const { schoolClass, day } = place;
  const earlier = { from: addDays(day, -TOPIC_DAYS), to: addDays(day, -1) };
  const closed$ = combineLatest([facts$, timer(0, CLOCK_TICK)]).pipe(
    map(([facts]) => closedReason(facts, place, now())),
    distinctUntilChanged(),
  );
  return combineLatest([
    facts$,
    records.find('lessons', { class: schoolClass, day }),
    records.find('attendance', { class: schoolClass, day }),
    // The hour is shown at once; the earlier topics join it when they have been read.
    records.find('lessons', { class: schoolClass, day: earlier }).pipe(startWith([])),
    closed$,
  ]).pipe(
    map(([facts, lessons, attendance, previous, closed]) => {
      const hour = buildHour(facts, place, lessons, attendance, previous);
      return hour && { ...hour, ...(closed ? { closed } : {}) };
    }),
  );
}

function buildHour(
  facts: SchoolFacts,
  place: HourPlace,
  lessons: readonly Lesson[],
  attendance: readonly AttendanceDay[],
  previous: readonly Lesson[],
): ClassHour | undefined {
  const { day, hour } = place;
  const schoolClass = facts.schoolClass(place.schoolClass);
  const bells = facts.bellHours(place.schoolClass, day);
  const bell = bells.find((candidate) => candidate.hour === hour);
  if (!schoolClass || !bell) return undefined;
  const hours = facts.plannedHours(schoolClass.id, day);
  const planned = hours.find((candidate) => candidate.hour === hour);
  const lesson = lessons.find(({ id }) => id === lessonId(day, hour, schoolClass.id));
  const mine = lesson?.signatures.find((signature) => signature.teacher === facts.me);
  const subject = facts.subject(mine?.subject ?? lesson?.subject ?? planned?.subject ?? '');
  const rolled = new Set(lessons.flatMap((one) => (one.rollCall ? [one.hour] : [])));
  const pupils = pupilsOf(facts, place, { bells, bell, rolled }, attendance);
  const previousTopic = subject && lastTopic(previous, subject.id);
  const isMine = planned?.teachers.includes(facts.me) ?? false;
  return {
    day,
    schoolClass,
    bell,
    ...(planned && isMine ? { planned } : {}),
    hours,
    ...(subject ? { subject } : {}),
    mySubjects: facts.mySubjects(schoolClass.id, day),
    ...(lesson ? { lesson, lessonTimes: timesOf(lesson) } : {}),
    signatures: (lesson?.signatures ?? []).map(({ teacher, signedAt }) => {
      const person = facts.person(teacher);
      return { teacher, signedAt, ...(person ? { person } : {}) };
    }),
    signedByMe: mine !== undefined,
    changesAfterRollCall: changesAfterRollCall(lesson?.rollCall, attendance, { day, hour, bells }),
    pupils,
    counts: countMarks(pupils),
    ...(previousTopic ? { previousTopic } : {}),
  };
}

/** The hour on the screen among those of the day. */
interface HourOfDay {
  readonly bells: readonly BellHour[];
  readonly bell: BellHour;
  /** Hours whose roll was called. */
  readonly rolled: ReadonlySet<number>;
}

function pupilsOf(
  facts: SchoolFacts,
  { day, schoolClass }: HourPlace,
  hour: HourOfDay,
  attendance: readonly AttendanceDay[],
): readonly PupilHour[] {
  const byPupil = new Map(attendance.map((record) => [record.pupil, record]));
  const enrolled = new Set<PersonId>(
    facts
      .enrolmentsOf(schoolClass)
      .flatMap((enrolment) => (holdsOn(enrolment, day) ? [enrolment.pupil] : [])),
  );
  const policies = facts.school?.policies ?? DEFAULT_POLICIES;
  return [...enrolled]
    .flatMap((id) => facts.person(id) ?? [])
    .toSorted(compareByName)
    .map((person) => pupilHour(facts, person, byPupil.get(person.id), hour, policies));
}

function pupilHour(
  facts: SchoolFacts,
  person: Person,
  attendance: AttendanceDay | undefined,
  { bells, bell, rolled }: HourOfDay,
  policies: SchoolPolicies,
): PupilHour {
  const events = attendance?.events ?? [];
  const state = dayState(events);
  const first = bells[0];
  const last = events.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1);
  const markedBy = last && last.by !== facts.me ? facts.person(last.by) : undefined;
  return {
    person,
    ...(attendance ? { attendance, times: timesOf(attendance) } : {}),
    state,
    mark: hourMark(state, bell),
    shortLate:
      state.entry !== undefined && first !== undefined && isShortLate(state.entry, first.start, policies),
    earlier: earlierHours(events, bells, bell.hour, rolled),
    absentHalfUnits: absentHalfUnits(state, bell),
    ...(markedBy ? { markedBy } : {}),
  };
}

function closedReason(facts: SchoolFacts, place: HourPlace, now: Instant): RefusalReason | undefined {
  const bell = facts.bellHours(place.schoolClass, place.day).find(({ hour }) => hour === place.hour);
  const policies = facts.school?.policies ?? DEFAULT_POLICIES;
  const bounds = bell ? { start: bell.start, end: bell.end } : {};
  const fault = signingFault(policies.signingWindow, { day: place.day, ...bounds }, now);
  if (fault) return fault;
  const year = facts.yearOn(place.day);
  return year && isLessonDay(year, place.day) ? undefined : 'noLessonDay';
}

function lastTopic(lessons: readonly Lesson[], subject: string): ClassHour['previousTopic'] {
  const found = lessons
    .filter((lesson) => lesson.topic !== '')
    .filter(
      (lesson) =>
        lesson.subject === subject || lesson.signatures.some((signature) => signature.subject === subject),
    )
    .toSorted((a, b) => a.day.localeCompare(b.day) || a.hour - b.hour)
    .at(-1);
  return found && { day: found.day, topic: found.topic };
}

function countMarks(pupils: readonly PupilHour[]): Readonly<Record<HourMark, number>> {
  const counts = { present: 0, absent: 0, late: 0, exited: 0, outOfClass: 0 };
  for (const { mark } of pupils) counts[mark] += 1;
  return counts;
}

function timesOf({ recordedAt, receivedAt, backdated }: Lesson | AttendanceDay): EntryTimes {
  if (receivedAt === undefined) return { recordedAt };
  return { recordedAt, receivedAt, ...(backdated ? { backdated } : {}) };
}
