import { combineLatest, distinctUntilChanged, map, scan, startWith, type Observable } from 'rxjs';
import type { Instant, PersonId } from '../../../domain/base/ids.ts';
import { equalJson } from '../../../domain/base/canonical-json.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import type { RefusalReason } from '../../../domain/access/refusal.ts';
import type { AttendanceDay } from '../../../domain/kinds/attendance-day/record.ts';
import { elsewhereOn } from '../../../domain/kinds/presence-elsewhere/elsewhere-on.ts';
import type { PresenceElsewhere } from '../../../domain/kinds/presence-elsewhere/record.ts';
import { classAway } from '../../../domain/kinds/class-movement/class-away.ts';
import type { ClassMovement } from '../../../domain/kinds/class-movement/record.ts';
import type { BellHour } from '../../../domain/kinds/bell-scheme/record.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import { signatureOf } from '../../../domain/kinds/lesson/signature-of.ts';
import { compareByName, type Person } from '../../../domain/kinds/person/record.ts';
import { DEFAULT_POLICIES, type SchoolPolicies } from '../../../domain/kinds/school/record.ts';
import { absentHalfUnits } from '../../../domain/kinds/attendance-day/absence-hours.ts';
import {
  dayState,
  isShortLate,
  movesOverMaximum,
} from '../../../domain/kinds/attendance-day/attendance-state.ts';
import {
  hasBegun,
  isInBegunBlock,
  mayRunAhead,
  writingTimes,
} from '../../../domain/school/before-its-time.ts';
import { noAbsenceOn } from '../../../domain/hours/not-absence.ts';
import { ownLessonHours } from '../../../domain/hours/own-lesson-hours.ts';
import { expectedTimes, type ExpectedTimes } from '../../../domain/justifications/expected-times.ts';
import {
  hoursOfDay,
  isProposedAbsent,
  type HoursOf,
} from '../../../domain/kinds/attendance-day/attendance-mode.ts';
import type { HourMark } from '../../../domain/kinds/attendance-day/hour-presence.ts';
import { speakingOf } from '../../../domain/kinds/attendance-day/prepared-marks.ts';
import { pupilInHour, toldEvents, whoMarked } from '../../../domain/kinds/attendance-day/pupil-in-hour.ts';
import { isLessonDay } from '../../../domain/school/calendar.ts';
import { closedDayFault } from '../../../domain/school/limits/closed-period.ts';
import { isTooFarBack } from '../../../domain/school/limits/days-back.ts';
import { isTooLateToStandIn } from '../../../domain/school/limits/stand-in-days.ts';
import { signingFault } from '../../../domain/school/signing-window.ts';
import { keepsRoll } from '../../../domain/school/written-hour.ts';
import { minutes } from '../../data/minutes.ts';
import type { Register } from '../../data/register.ts';
import { WHOLE_CLASS, type HourPlace } from '../../../domain/school/hour-place.ts';
import { lessonGroup, onePerHour, plannedForMe } from '../../data/school/planned-for-me.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import { daysOfClasses } from '../../views/days-of-classes.ts';
import { lessonAt } from '../../views/hours/lesson-at.ts';
import { pupilsOfHour } from '../../views/hours/pupils-of-hour.ts';
import { seenElsewhere } from '../../kinds/attendance-day/seen-elsewhere.ts';
import type { ClassHour, EntryTimes, PupilHour } from './view/class-hour.ts';
import { earlierHours } from './view/earlier-hours.ts';
import { keptHour } from './view/kept-hour.ts';
import { lastTopic } from './view/lesson-aids.ts';
import { followingHours, postsOf, signedElsewhere } from './view/own-signatures.ts';
import { otherMoves } from './view/other-moves.ts';
import { partOf, rolledHours, withMissingChoices } from './view/lesson-part.ts';
import { standingIn } from './view/standing-in.ts';
import { changedAfterRollCall } from './view/roll-call-changes.ts';

/** How far back the topic to go on from is looked for. */
const TOPIC_DAYS = 45;

/** One hour of one class, live; undefined while class or bell scheme are not known. */
export function classHour(
  { records, now }: Pick<Register, 'records' | 'now'>,
  place: HourPlace,
): Observable<ClassHour | undefined> {
  const { facts$ } = records;
  const { schoolClass, day } = place;
  const earlier = { from: addDays(day, -TOPIC_DAYS), to: addDays(day, -1) };
  const gate$ = combineLatest([facts$, minutes(now)]).pipe(
    map(([facts, moment]) => gateOf(facts, place, moment)),
    distinctUntilChanged((a, b) => equalJson(a, b)),
  );
  return combineLatest([
    facts$,
    // Of the whole day: one's own signatures elsewhere concern this class too.
    records.find('lesson', { day: { from: day, to: day } }),
    daysOfClasses(records, [schoolClass], day),
    // Few at any school: which of them hold on the day is asked of each.
    records.find('presenceElsewhere', {}),
    records.find('classMovement', { class: schoolClass, day: { from: day, to: day } }),
    // The hour is shown at once; the earlier topics join it when they have been read.
    records.find('lesson', { class: schoolClass, day: earlier }).pipe(startWith([])),
    gate$,
  ]).pipe(
    map(([facts, lessons, attendance, elsewhere, movements, previous, gate]) => {
      const hour = buildHour(facts, place, { lessons, attendance, elsewhere, movements, previous });
      return hour && { ...hour, ...gate };
    }),
    scan(keptHour, undefined as ClassHour | undefined),
    distinctUntilChanged(),
  );
}

/** What is recorded of the day, and the lessons before it. */
interface Recorded {
  readonly lessons: readonly Lesson[];
  readonly attendance: readonly AttendanceDay[];
  readonly elsewhere: readonly PresenceElsewhere[];
  readonly movements: readonly ClassMovement[];
  readonly previous: readonly Lesson[];
}

function buildHour(
  facts: SchoolFacts,
  place: HourPlace,
  { lessons: ofWholeDay, attendance, elsewhere, movements, previous }: Recorded,
): ClassHour | undefined {
  const { day, hour } = place;
  const schoolClass = facts.schoolClass(place.schoolClass);
  const ofDay = hoursOfDay(day, facts.writeFacts(place.schoolClass, day));
  const { bells, mode } = ofDay;
  const bell = bells.find((candidate) => candidate.hour === hour);
  if (!schoolClass || !bell) return undefined;
  const hours = onePerHour(facts.plannedHours(schoolClass.id, day), facts.me);
  const lessons = ofWholeDay.filter((one) => one.class === schoolClass.id);
  const lesson = lessonAt(facts, lessons, place);
  const group = lesson ? lesson.group : lessonGroup(facts, place);
  const here = { ...place, group: group ?? WHOLE_CLASS };
  const planned = plannedForMe(facts, place.group === undefined && !lesson ? place : here);
  const mine = signatureOf(lesson, facts.me);
  const subject = facts.subject(mine?.subject ?? lesson?.subject ?? planned?.subject ?? '');
  const rolled = rolledHours(facts, lessons, bells);
  const [movement] = movements;
  const changed = changedAfterRollCall(lesson?.rollCall, attendance, { ...ofDay, hour });
  const away = movements.flatMap(classAway);
  const expected = (pupil: PersonId) =>
    expectedTimes(ownLessonHours(facts.view, { class: schoolClass.id, day, pupil }), away);
  const onRoll = pupilsOfHour(facts, here, bell, lesson);
  const parts = partOf(facts, here, mine === undefined);
  const known = { ...ofDay, bell, rolled, changed, elsewhere, expected };
  const pupils = withMissingChoices(facts, place, parts.part, pupilsOf(facts, onRoll, known, attendance));
  const previousTopic = subject && lastTopic(previous, subject.id, here.group);
  const isMine = planned?.teachers.includes(facts.me) ?? false;
  const foreseen = planned && facts.subject(planned.subject);
  const standing = standingIn(facts, place, planned, lesson);
  return {
    day,
    schoolClass,
    bell,
    ...(planned && isMine ? { planned } : {}),
    hours,
    bells,
    ...(movement ? { movement } : {}),
    mode,
    ...(subject ? { subject } : {}),
    ...(foreseen ? { foreseen } : {}),
    ...parts,
    posts: postsOf(facts, here),
    ...(lesson ? { lesson, lessonTimes: timesOf(lesson) } : {}),
    signatures: (lesson?.signatures ?? []).map(({ teacher, signedAt }) => {
      const person = facts.person(teacher);
      return { teacher, signedAt, ...(person ? { person } : {}) };
    }),
    signedByMe: mine !== undefined,
    changesAfterRollCall: pupils.filter((pupil) => pupil.changedAfterRollCall).length,
    calledHours: lessons.flatMap((one) =>
      one.rollCall && one.hour !== hour ? [{ hour: one.hour, ...one.rollCall }] : [],
    ),
    mayRunAhead: mayRunAhead(facts.school?.policies ?? DEFAULT_POLICIES),
    following: followingHours(facts.me, hours, lessons, hour),
    signedElsewhere: signedElsewhere(facts, place, bell, ofWholeDay),
    pupils,
    counts: countMarks(pupils),
    ...(previousTopic ? { previousTopic } : {}),
    ...standing,
  };
}

/** The hour on the screen among those of the day. */
interface HourOfDay extends Omit<HoursOf<BellHour>, 'elsewhere' | 'classAway'> {
  readonly bell: BellHour;
  /** Hours whose roll was called with a pupil on it. */
  readonly rolled: (pupil: PersonId) => ReadonlySet<number>;
  /** Pupils of whom something else was said after the roll of this hour. */
  readonly changed: ReadonlySet<PersonId>;
  readonly elsewhere: readonly PresenceElsewhere[];
  /** When a pupil has to be there: a late entry is short by that (D9). */
  readonly expected: (pupil: PersonId) => ExpectedTimes;
}

function pupilsOf(
  facts: SchoolFacts,
  onRoll: readonly PersonId[],
  hour: HourOfDay,
  attendance: readonly AttendanceDay[],
): readonly PupilHour[] {
  const byPupil = new Map(attendance.map((record) => [record.pupil, record]));
  const policies = facts.school?.policies ?? DEFAULT_POLICIES;
  return onRoll
    .flatMap((id) => facts.person(id) ?? [])
    .toSorted(compareByName)
    .map((person) => pupilHour(facts, person, byPupil.get(person.id), hour, policies));
}

function pupilHour(
  facts: SchoolFacts,
  person: Person,
  attendance: AttendanceDay | undefined,
  { day, bells, mode, bell, rolled: rolledFor, changed, elsewhere, expected }: HourOfDay,
  policies: SchoolPolicies,
): PupilHour {
  const rolled = rolledFor(person.id);
  const events = attendance?.events ?? [];
  const out = elsewhere.filter(
    (one) => one.pupil === person.id && elsewhereOn(one, day, bells) !== undefined,
  );
  const outOfClass = noAbsenceOn(day, bells, out).elsewhere;
  const ofDay = { day, bells, mode, ...(outOfClass ? { elsewhere: outOfClass } : {}) };
  const presence = pupilInHour(events, ofDay, bell);
  const told = toldEvents(events, bells);
  const last = whoMarked(events, ofDay, bell);
  const by = last && last.by !== facts.me ? facts.person(last.by) : undefined;
  const { arrival } = dayState(told);
  const { start } = expected(person.id);
  const isProposed =
    presence.mark === 'present' && !rolled.has(bell.hour) && isProposedAbsent(events, ofDay, bell);
  return {
    person,
    ...(attendance ? { attendance, times: timesOf(attendance) } : {}),
    state: dayState(events),
    mark: presence.mark,
    ...(presence.time === undefined ? {} : { time: presence.time }),
    ...(presence.isReturn ? { isReturn: presence.isReturn } : {}),
    also: presence.also,
    moves: otherMoves(told, presence),
    shortLate:
      arrival !== undefined &&
      arrival > bell.start &&
      arrival < bell.end &&
      start !== undefined &&
      isShortLate(arrival, start, policies),
    movesOverMaximum: movesOverMaximum(told, policies),
    ...(isProposed ? { isProposedAbsent: isProposed } : {}),
    seen: {
      ...seenElsewhere(events, ofDay, bell.hour, rolled),
      ...(outOfClass && outOfClass.length > 0 ? { outOfClass } : {}),
    },
    out,
    changedAfterRollCall: changed.has(person.id),
    earlier: earlierHours(events, ofDay, bell.hour, rolled),
    absentHalfUnits: absentHalfUnits(
      dayState(speakingOf(events, ofDay, bell)),
      bell,
      policies.absenceRounding,
    ),
    ...(last && last.by !== facts.me ? { markedBy: { ...(by ? { person: by } : {}), at: last.at } } : {}),
  };
}

/** What depends on the clock: whether anything may be written, and whether the hour has begun. */
function gateOf(facts: SchoolFacts, place: HourPlace, now: Instant): Pick<ClassHour, 'closed' | 'ahead'> {
  const closed = closedReason(facts, place, now);
  if (closed) return { closed };
  const { day, hour } = place;
  const bells = facts.bellHours(place.schoolClass, day);
  const bell = bells.find((candidate) => candidate.hour === hour);
  const policies = facts.school?.policies ?? DEFAULT_POLICIES;
  if (!bell || mayRunAhead(policies) || hasBegun({ day, start: bell.start }, now)) return {};
  const own = ownHours(facts, place);
  return { ahead: isInBegunBlock({ day, hour }, bells, own, now) ? 'block' : 'prepare' };
}

/** The hours of the class that the timetable gives to me on the day. */
function ownHours(facts: SchoolFacts, { schoolClass, day }: HourPlace): readonly number[] {
  return facts.myHoursIn(schoolClass, day).map((planned) => planned.hour);
}

function closedReason(facts: SchoolFacts, place: HourPlace, now: Instant): RefusalReason | undefined {
  const policies = facts.school?.policies ?? DEFAULT_POLICIES;
  const bells = facts.bellHours(place.schoolClass, place.day);
  const bounds = writingTimes(place.hour, bells, ownHours(facts, place), policies);
  const fault = signingFault(policies.signingWindow, { day: place.day, ...bounds }, now);
  if (fault) return fault;
  const known = facts.writeFacts(place.schoolClass, place.day);
  if (isTooFarBack(place.day, now, known)) return 'windowClosed';
  const isOwn = keepsRoll(facts.actor(place.day), known, place.hour);
  if (!isOwn && isTooLateToStandIn(place.day, now)) return 'windowClosed';
  const year = facts.yearOn(place.day);
  if (!year || !isLessonDay(year, place.day)) return 'noLessonDay';
  return closedDayFault(place.day, known, now);
}

/** How many pupils stand how; who came late and left again counts for both. */
function countMarks(pupils: readonly PupilHour[]): Readonly<Record<HourMark, number>> {
  const counts = { present: 0, absent: 0, late: 0, exited: 0, outOfClass: 0 };
  for (const { mark, also } of pupils) for (const each of [mark, ...also]) counts[each] += 1;
  return counts;
}

function timesOf({ recordedAt, receivedAt, backdated }: Lesson | AttendanceDay): EntryTimes {
  if (receivedAt === undefined) return { recordedAt };
  return { recordedAt, receivedAt, ...(backdated ? { backdated } : {}) };
}
