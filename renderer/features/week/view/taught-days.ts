import { combineLatest, distinctUntilChanged, map, of, switchMap, type Observable } from 'rxjs';
import { equalJson } from '../../../../domain/base/canonical-json.ts';
import type { ClassId, Instant, LocalDate, LocalTime } from '../../../../domain/base/ids.ts';
import { schoolDayAndTime } from '../../../../domain/base/local-date.ts';
import { isClassExpected } from '../../../../domain/kinds/class-movement/class-away.ts';
import type { SchoolClass } from '../../../../domain/kinds/class/record.ts';
import type { Lesson } from '../../../../domain/kinds/lesson/record.ts';
import type { Person } from '../../../../domain/kinds/person/record.ts';
import type { PlannedLesson } from '../../../../domain/kinds/planned-lesson/record.ts';
import { isSignedBy, signatureOf } from '../../../../domain/kinds/lesson/signature-of.ts';
import type { Subject } from '../../../../domain/kinds/subject/record.ts';
import { noLessonReason, type NoLessonReason } from '../../../../domain/school/calendar.ts';
import type { PlannedHour } from '../../../../domain/school/timetable-day.ts';
import { minutes } from '../../../data/minutes.ts';
import type { Register } from '../../../data/register.ts';
import { plannedForMe } from '../../../data/school/planned-for-me.ts';
import type { SchoolFacts } from '../../../data/school/school-facts.ts';
import { isSignedAway } from '../../../kinds/lesson/signed-away.ts';
import { classMovements, lackOf, type MovementOf } from '../../../views/hours/hour-lacks.ts';
import { inOneRow, isOneLesson } from '../../../views/hours/joined-places.ts';
import { planOfHour } from '../../../views/hours/plan-of-hour.ts';
import { daysOf, type DaySpan } from '../span/address.ts';

/**
 * How an hour of mine stands: signed with its topic or without; over and not signed, or past signing; to come with a plan or without; one in
 * which the school does not expect the class. One in which I stood in on an earlier day and that I have signed is signed at the school,
 * which has taken its lesson back.
 */
export type HourState =
  'done' | 'lacksTopic' | 'lacksSignature' | 'pastSigning' | 'planned' | 'toPlan' | 'unexpected' | 'stoodIn';

/** One hour of mine. */
export interface WeekHour {
  readonly day: LocalDate;
  readonly hour: number;
  readonly start: LocalTime;
  readonly end: LocalTime;
  readonly schoolClass: SchoolClass;
  /** The classes that have the same lesson: they stand in one tile, which lacks what one of them lacks (D17). */
  readonly joined?: readonly SchoolClass[];
  readonly subject?: Subject;
  readonly state: HourState;
  /** What was done, or is planned. */
  readonly topic: string;
  readonly activity: string;
  /** Who has planned it, where that is a colleague. */
  readonly plannedBy?: Person;
  /** It is no hour of mine by the timetable. */
  readonly isStandIn: boolean;
}

/** A day with my hours. */
export interface WeekDay {
  readonly day: LocalDate;
  readonly noLesson?: NoLessonReason;
  /** In the order of the clock. */
  readonly hours: readonly WeekHour[];
}

/** My hours in a span of days. */
export interface TaughtDays {
  readonly days: readonly WeekDay[];
  /** Those that lack a signature or a topic and can still be written, the oldest first. */
  readonly incomplete: readonly WeekHour[];
}

/** My hours from one day to another, done, planned and missing; live. Of each class only these days are read. */
export function taughtDays(
  { records, now }: Pick<Register, 'records' | 'now'>,
  span: DaySpan,
): Observable<TaughtDays> {
  const classes$ = records.facts$.pipe(
    map((facts) => classesIn(facts, span)),
    distinctUntilChanged((one, other) => equalJson(one, other)),
  );
  const written$ = classes$.pipe(
    switchMap((classes) => {
      const inEach = <K extends 'lesson' | 'plannedLesson'>(kind: K) =>
        classes.length === 0
          ? of([])
          : combineLatest(classes.map((one) => records.find(kind, { class: one, day: span }))).pipe(
              map((found) => found.flat()),
            );
      return combineLatest([inEach('lesson'), inEach('plannedLesson')]);
    }),
  );
  return combineLatest([records.facts$, written$, classMovements(records), minutes(now)]).pipe(
    map(([facts, [lessons, plans], movementOf, moment]) => {
      const written = { lessons, plans, movementOf };
      const days = daysOf(span).map((day) => dayOf(facts, day, written, moment));
      const hours = days.flatMap((each) => each.hours);
      return {
        days,
        incomplete: hours.filter(({ state }) => state === 'lacksSignature' || state === 'lacksTopic'),
      };
    }),
    // The clock changes little of it, and a page that asks something of the hours keeps them as they are.
    distinctUntilChanged((one, other) => equalJson(one, other)),
  );
}

/** Where I have hours in a span. */
function classesIn(facts: SchoolFacts, span: DaySpan): readonly ClassId[] {
  const found = daysOf(span).flatMap((day) => [
    ...facts.myHours(day).map((planned) => planned.class),
    ...facts.mySubstitutions(day).map((one) => one.class),
  ]);
  return [...new Set(found)].toSorted();
}

function dayOf(facts: SchoolFacts, day: LocalDate, written: Written, moment: Instant): WeekDay {
  const year = facts.yearOn(day);
  const noLesson = year && noLessonReason(year, day);
  const ofDay = written.lessons.filter((lesson) => lesson.day === day);
  const known = { ...written, lessons: ofDay };
  const isTaken = (planned: PlannedHour) =>
    facts.takerOf(planned) !== undefined &&
    !ofDay.some(
      (lesson) =>
        lesson.class === planned.class && lesson.hour === planned.hour && isSignedBy(lesson, facts.me),
    );
  // Of an hour that a colleague takes in my place nothing is mine to write.
  const own = facts.myHours(day).filter((planned) => !isTaken(planned));
  const isOwn = (one: { readonly class: ClassId; readonly hour: number }) =>
    own.some((planned) => planned.class === one.class && planned.hour === one.hour);
  const mine = ofDay.flatMap((lesson) => {
    const { class: schoolClass, hour } = lesson;
    const signature = signatureOf(lesson, facts.me);
    return signature ? [{ class: schoolClass, hour, isStandIn: signature.type === 'substitution' }] : [];
  });
  const elsewhere = [
    ...facts.mySubstitutions(day).map((one) => ({ class: one.class, hour: one.hour, isStandIn: true })),
    ...mine,
  ].filter((one) => !isOwn(one));
  const others = new Map(elsewhere.map((one) => [`${one.class} ${one.hour}`, one] as const));
  const hours = [
    ...own.flatMap((planned) => hourOf(facts, planned, false, known, moment)),
    ...[...others.values()].flatMap((one) => {
      const planned = plannedForMe(facts, { day, schoolClass: one.class, hour: one.hour });
      const bell = planned ?? facts.bellHours(one.class, day).find(({ hour }) => hour === one.hour);
      if (!bell) return [];
      const teachers = planned?.teachers ?? [];
      const hour: AnyHour = { ...bell, day, class: one.class, subject: planned?.subject, teachers };
      return hourOf(facts, hour, one.isStandIn, known, moment);
    }),
  ];
  return {
    day,
    ...(noLesson ? { noLesson } : {}),
    hours: asLessons(facts, ofDay, hours),
  };
}

/** What is written of some days, and what the school has said of the classes. */
interface Written {
  readonly lessons: readonly Lesson[];
  readonly plans: readonly PlannedLesson[];
  readonly movementOf: MovementOf;
}

/** What a tile says of several classes is what is still to be done in one of them. */
const FIRST_TO_DO: readonly HourState[] = ['lacksSignature', 'pastSigning', 'lacksTopic', 'toPlan'];

/** In the order of the clock, the classes of one lesson in one. */
function asLessons(
  facts: SchoolFacts,
  lessons: readonly Lesson[],
  hours: readonly WeekHour[],
): readonly WeekHour[] {
  const inOrder = hours.toSorted(
    (a, b) => a.start.localeCompare(b.start) || a.schoolClass.id.localeCompare(b.schoolClass.id),
  );
  const timed = (hour: WeekHour) => ({ ...hour, class: hour.schoolClass.id });
  return inOneRow(inOrder, (one, other) => isOneLesson(facts, lessons, timed(one), timed(other))).map(
    ({ hour, joined }) => {
      if (joined.length === 0) return hour;
      const all = [hour, ...joined];
      const state = FIRST_TO_DO.find((each) => all.some((one) => one.state === each)) ?? hour.state;
      return { ...hour, state, joined: joined.map(({ schoolClass }) => schoolClass) };
    },
  );
}

type AnyHour = Omit<PlannedHour, 'subject'> & { readonly subject: PlannedHour['subject'] | undefined };

function hourOf(
  facts: SchoolFacts,
  hour: AnyHour,
  isStandIn: boolean,
  { lessons, plans, movementOf }: Written,
  moment: Instant,
): readonly WeekHour[] {
  const schoolClass = facts.schoolClass(hour.class);
  if (!schoolClass) return [];
  const ofHour = lessons.filter((lesson) => lesson.class === hour.class && lesson.hour === hour.hour);
  const signed = ofHour.find((lesson) => isSignedBy(lesson, facts.me));
  const plan = signed ? undefined : planOfHour(plans, facts.me, hour);
  const state = stateOf(facts, hour, { lesson: signed, hasPlan: plan !== undefined, movementOf }, moment);
  const subject = facts.subject(signed?.subject ?? hour.subject ?? '');
  const planner = plan && plan.teacher !== facts.me ? facts.person(plan.teacher) : undefined;
  const { day, hour: number, start, end } = hour;
  return [
    {
      day,
      hour: number,
      start,
      end,
      schoolClass,
      ...(subject ? { subject } : {}),
      state,
      topic: (signed ?? plan)?.topic ?? '',
      activity: (signed ?? plan)?.activity ?? '',
      ...(planner ? { plannedBy: planner } : {}),
      isStandIn,
    },
  ];
}

interface Known {
  /** With my signature. */
  readonly lesson: Lesson | undefined;
  readonly hasPlan: boolean;
  readonly movementOf: MovementOf;
}

function stateOf(
  facts: SchoolFacts,
  hour: AnyHour,
  { lesson, hasPlan, movementOf }: Known,
  moment: Instant,
): HourState {
  const lack = lackOf(facts, hour, { lesson, movementOf }, moment);
  if (lack) return lack === 'topic' ? 'lacksTopic' : 'lacksSignature';
  if (lesson) return 'done';
  if (isSignedAway(facts, { day: hour.day, schoolClass: hour.class, hour: hour.hour })) return 'stoodIn';
  if (!isClassExpected(hour, movementOf(hour))) return 'unexpected';
  const now = schoolDayAndTime(moment);
  const isOver = hour.day < now.day || (hour.day === now.day && hour.end <= now.time);
  return isOver ? 'pastSigning' : hasPlan ? 'planned' : 'toPlan';
}
