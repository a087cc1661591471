import { equalJson } from '../base/canonical-json.ts';
import type { Instant, SubjectId } from '../base/ids.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { attendanceDayId, type AttendanceDay } from '../kinds/attendance-day/record.ts';
import type { BellHour } from '../kinds/bell-scheme/record.ts';
import type { RegisterRecord } from '../kinds/collections.ts';
import type { ConflictNotice } from '../kinds/conflict-notice/record.ts';
import { lessonId, type Lesson, type Signature } from '../kinds/lesson/record.ts';
import type { SchoolYear } from '../kinds/school-year/record.ts';
import type { SchoolPolicies } from '../kinds/school/record.ts';
import { eventFault } from '../kinds/attendance-day/attendance-state.ts';
import {
  BELL_TOLERANCE_MINUTES,
  FORESEEN_MINUTES,
  hasBegun,
  isAheadOfClock,
  isInBegunBlock,
  mayRunAhead,
  writingTimes,
} from '../school/before-its-time.ts';
import { isLessonDay } from '../school/calendar.ts';
import { saySameInHour } from '../kinds/attendance-day/pupil-in-hour.ts';
import type { Membership } from '../school/class-membership.ts';
import { signingFault } from '../school/signing-window.ts';
import type { Actor } from '../access/actor.ts';
import type { Refusal, RefusalReason } from '../access/refusal.ts';
import { stampRecord } from './stamp-record.ts';

/** What a decision needs to know of the school around one record, gathered by whoever asks (server or device). */
export interface WriteFacts {
  readonly policies: SchoolPolicies;
  /** The school year the record's day falls in; null when there is none. */
  readonly year: SchoolYear | null;
  /** The bell hours of the record's class on its day. */
  readonly hours: readonly BellHour[];
  /** Whether the actor has an assignment in the record's class on its day: the day decides, not the arrival. */
  readonly teaches: boolean;
  /** Subjects the actor teaches in the record's class on its day. */
  readonly subjects: readonly SubjectId[];
  /** The hours of the record's class that the timetable gives to the actor on its day. */
  readonly ownHours?: readonly number[];
  /** How the record's pupil stands to its class. */
  readonly enrolment: Membership;
  /** Whether the school has the record's class in the year of its day; absent where nobody can say: then the server decides. */
  readonly schoolHasClass?: boolean;
  /** The state the author started from, where colleagues have written since; what was not in it was not taken away by this author. */
  readonly started?: RegisterRecord | null;
}

type Decision<R> = Result<R, Refusal>;

/**
 * Decides whether an actor may write a record, and returns it as it is to be stored: author and school stamped from the actor, never
 * taken from the device, and a time in the future brought back to now.
 *
 * A class that is not the actor's and one that does not exist get the same refusal, so that nobody can probe what exists (S1).
 */
export function authorizeWrite(
  actor: Actor,
  previous: RegisterRecord | null,
  next: RegisterRecord,
  facts: WriteFacts,
  now: Instant,
): Decision<RegisterRecord> {
  const stamped = stampRecord(actor, next, now, previous);
  if (previous && (previous.kind !== next.kind || previous.id !== next.id)) return refuse('identityChanged');
  switch (stamped.kind) {
    case 'lesson':
      return authorizeLesson(actor, previous as Lesson | null, stamped, facts);
    case 'attendanceDay':
      return authorizeAttendance(actor, previous as AttendanceDay | null, stamped, facts);
    case 'conflictNotice':
      return authorizeConflictNotice(actor, previous as ConflictNotice | null, stamped);
    default:
      // Settings, roster and timetable are written by the office through its own services, not by device synchronisation.
      return refuse('readOnly');
  }
}

function authorizeLesson(
  actor: Actor,
  previous: Lesson | null,
  next: Lesson,
  facts: WriteFacts,
): Decision<Lesson> {
  const isSubstitute = standsIn(actor, next) || standsIn(actor, previous);
  if (!mayTeach(actor, facts) && !(isSubstitute && facts.schoolHasClass !== false))
    return refuse('forbidden');
  // The name of a group may look like that of a site: two lessons could then meet under one key.
  if (previous && (previous.class !== next.class || previous.group !== next.group))
    return refuse('identityChanged', 'class');
  if (next.id !== lessonId(next.day, next.hour, next.class, next.group))
    return refuse('identityChanged', 'id');
  if (isUnknownHour(next.hour, facts)) return refuse('invalid', 'hour');
  const dayFault = dayRefusal(next, facts, next.hour);
  if (dayFault) return refuse(dayFault);
  const changed = changedSignatures(previous?.signatures ?? [], next.signatures);
  if (changed.some((signature) => signature.teacher !== actor.person))
    return refuse('othersSignature', 'signatures');
  const mine = next.signatures.find((signature) => signature.teacher === actor.person);
  if (mine && changed.length > 0 && !maySignAs(mine, facts)) return refuse('forbidden');
  if (mine && changed.includes(mine) && !maySignNow(next, mine.signedAt, facts))
    return refuse('notYet', 'signatures');
  const teachers = new Set(next.signatures.map((signature) => signature.teacher));
  if (teachers.size !== next.signatures.length) return refuse('invalid', 'signatures');
  const textChanged = next.topic !== (previous?.topic ?? '') || next.activity !== (previous?.activity ?? '');
  // The topic is part of what is signed: writing it without a signature would put words under a colleague's name.
  if (textChanged && !mine && next.signatures.length > 0) return refuse('othersSignature', 'topic');
  const rollCallChanged = !equalJson(previous?.rollCall, next.rollCall);
  if (rollCallChanged && next.rollCall?.by !== actor.person) return refuse('forbidden', 'rollCall');
  if (rollCallChanged && next.rollCall && !hasBegunOr(next, next.rollCall.at, facts))
    return refuse('notYet', 'rollCall');
  return ok(next);
}

function authorizeAttendance(
  actor: Actor,
  previous: AttendanceDay | null,
  next: AttendanceDay,
  facts: WriteFacts,
): Decision<AttendanceDay> {
  if (!mayTeach(actor, facts) || facts.enrolment === 'never') return refuse('forbidden');
  if (next.id !== attendanceDayId(next.day, next.pupil)) return refuse('identityChanged', 'id');
  // The class follows the enrolment of the day: whoever has the pupil in this hour can mark, wherever the day's first mark was made.
  if (facts.enrolment === 'otherDays') return refuse('notEnrolled');
  const before = previous?.events ?? [];
  const changed = next.events.filter((event) => !before.some((other) => equalJson(event, other)));
  if (changed.some((event) => event.by !== actor.person)) return refuse('forbidden', 'events');
  if (changed.some((event) => isUnknownHour(event.hour, facts))) return refuse('invalid', 'events');
  const touched = [...changed, ...rewritten(before, next, facts)];
  for (const hour of touched.length > 0 ? touched.map((event) => event.hour) : [undefined]) {
    const dayFault = dayRefusal(next, facts, hour);
    if (dayFault) return refuse(dayFault);
  }
  const fault = eventFault(next.events);
  if (fault) return refuse(fault, 'events');
  const isEarly = !mayRunAhead(facts.policies) && changed.some((event) => isTooEarly(next.day, event));
  return isEarly ? refuse('notYet', 'events') : ok(next);
}

function authorizeConflictNotice(
  actor: Actor,
  previous: ConflictNotice | null,
  next: ConflictNotice,
): Decision<ConflictNotice> {
  if (!previous || previous.addressee !== actor.person) return refuse('forbidden');
  // Only the mark "seen" is the addressee's; everything else stays as the server wrote it.
  const { author, entry, recordedAt } = next;
  const seen: ConflictNotice = { ...previous, author, entry, recordedAt, seen: previous.seen || next.seen };
  return ok(seen);
}

/**
 * Whether a lesson bears the actor's signature as a substitute: whoever stands in for one hour belongs to it without belonging to the
 * class, and signs it and writes its texts (D17).
 */
export function standsIn(actor: Actor, record: RegisterRecord | null): boolean {
  if (record?.kind !== 'lesson' || !actor.roles.includes('teacher')) return false;
  return record.signatures.some(({ teacher, type }) => teacher === actor.person && type === 'substitution');
}

/**
 * Events that the author takes away and with which the day says something else of their hour. An absence that ends in a later hour
 * does not count: its own hour stays absent.
 */
function rewritten(
  before: AttendanceDay['events'],
  { day, events: after }: AttendanceDay,
  facts: WriteFacts,
): AttendanceDay['events'] {
  const { started, hours } = facts;
  const known = started?.kind === 'attendanceDay' ? started.events : [];
  return before.filter((event) => {
    const same = (other: typeof event) => equalJson(event, other);
    if (after.some(same) || (started !== undefined && !known.some(same))) return false;
    const bell = hours.find(({ hour }) => hour === event.hour);
    return !bell || !saySameInHour(before, after, { day, bells: hours }, bell);
  });
}

function mayTeach(actor: Actor, facts: WriteFacts): boolean {
  return actor.roles.includes('teacher') && facts.teaches;
}

/** An hour that the class's bell scheme does not have; where there is no scheme nothing can be said. */
function isUnknownHour(hour: number, facts: WriteFacts): boolean {
  return facts.hours.length > 0 && !facts.hours.some((bell) => bell.hour === hour);
}

function maySignAs(signature: Signature, facts: WriteFacts): boolean {
  if (signature.type === 'substitution') return true;
  return signature.subject !== undefined && facts.subjects.includes(signature.subject);
}

/** A lesson is signed when its hour has begun, or together with the one before it (D19); the time of the signature decides. */
function maySignNow(lesson: Lesson, signedAt: Instant, facts: WriteFacts): boolean {
  if (hasBegunOr(lesson, signedAt, facts)) return true;
  return isInBegunBlock(lesson, facts.hours, facts.ownHours ?? [], signedAt, BELL_TOLERANCE_MINUTES);
}

/** Whether the hour of a lesson had begun, or the school does not mind; of an hour without a bell nothing can be said. */
function hasBegunOr({ day, hour }: Lesson, moment: Instant, facts: WriteFacts): boolean {
  const bell = facts.hours.find((candidate) => candidate.hour === hour);
  if (!bell || mayRunAhead(facts.policies)) return true;
  return hasBegun({ day, start: bell.start }, moment, BELL_TOLERANCE_MINUTES);
}

function isTooEarly(day: Lesson['day'], { time, at }: AttendanceDay['events'][number]): boolean {
  return time !== undefined && isAheadOfClock({ time, at }, day, FORESEEN_MINUTES);
}

function dayRefusal(
  record: { readonly day: Lesson['day']; readonly recordedAt: Instant },
  facts: WriteFacts,
  hour: number | undefined,
): RefusalReason | undefined {
  const { hours, ownHours = [], policies } = facts;
  const bounds = writingTimes(hour, hours, ownHours, policies, BELL_TOLERANCE_MINUTES);
  const fault = signingFault(facts.policies.signingWindow, { day: record.day, ...bounds }, record.recordedAt);
  if (fault) return fault;
  return facts.year && isLessonDay(facts.year, record.day) ? undefined : 'noLessonDay';
}

function changedSignatures(before: readonly Signature[], after: readonly Signature[]): readonly Signature[] {
  const isIn = (list: readonly Signature[], signature: Signature) =>
    list.some((other) => equalJson(other, signature));
  return [
    ...before.filter((signature) => !isIn(after, signature)),
    ...after.filter((signature) => !isIn(before, signature)),
  ];
}

function refuse(reason: RefusalReason, path?: string): Result<never, Refusal> {
  return fail(path === undefined ? { reason } : { reason, path });
}
