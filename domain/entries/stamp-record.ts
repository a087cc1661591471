import { equalJson } from '../base/canonical-json.ts';
import type { Instant, PersonId } from '../base/ids.ts';
import type { AttendanceDay } from '../kinds/attendance-day/record.ts';
import type { RegisterRecord } from '../kinds/collections.ts';
import type { Lesson } from '../kinds/lesson/record.ts';
import type { Actor } from '../access/actor.ts';

/**
 * A record as it may be stored: attribution comes from the session, and a clock that runs ahead must not win conflicts for ever,
 * whether its time is that of the save or stands inside the record.
 */
export function stampRecord(
  actor: Pick<Actor, 'school' | 'person'>,
  record: RegisterRecord,
  now: Instant,
  standing: RegisterRecord | null,
): RegisterRecord {
  const recordedAt = record.recordedAt > now ? now : record.recordedAt;
  const stamped = { ...record, school: actor.school, author: actor.person, recordedAt };
  const bounded = boundTimes(stamped, actor.person, standing);
  // A record that does not claim it has nothing to lose: the usual case, and the quick one.
  if (!Object.hasOwn(bounded, 'receivedAt') && !Object.hasOwn(bounded, 'backdated')) return bounded;
  const { receivedAt: _ignored, backdated: _neither, ...rest } = bounded;
  return rest;
}

/**
 * Brings the times of a person's own signature, roll call and marks back to the save that brings them: nobody marks after saving. What
 * stands already was judged with the save that brought it.
 */
export function boundTimes(
  record: RegisterRecord,
  person: PersonId,
  standing: RegisterRecord | null,
): RegisterRecord {
  if (record.kind === 'lesson')
    return boundLesson(record, person, standing?.kind === 'lesson' ? standing : null);
  if (record.kind === 'attendanceDay')
    return boundDay(record, person, standing?.kind === 'attendanceDay' ? standing : null);
  return record;
}

function boundLesson(record: Lesson, person: PersonId, standing: Lesson | null): Lesson {
  const { recordedAt, rollCall } = record;
  const isLate = (signature: Lesson['signatures'][number]) =>
    signature.teacher === person &&
    signature.signedAt > recordedAt &&
    !standing?.signatures.some((other) => equalJson(other, signature));
  const isLateCall =
    rollCall?.by === person && rollCall.at > recordedAt && !equalJson(standing?.rollCall, rollCall);
  if (!isLateCall && !record.signatures.some(isLate)) return record;
  const signatures = record.signatures.map((signature) =>
    isLate(signature) ? { ...signature, signedAt: recordedAt } : signature,
  );
  return { ...record, signatures, ...(isLateCall ? { rollCall: { ...rollCall, at: recordedAt } } : {}) };
}

function boundDay(record: AttendanceDay, person: PersonId, standing: AttendanceDay | null): AttendanceDay {
  const { recordedAt } = record;
  const isLate = (event: AttendanceDay['events'][number]) =>
    event.by === person &&
    event.at > recordedAt &&
    !standing?.events.some((other) => equalJson(other, event));
  if (!record.events.some(isLate)) return record;
  return {
    ...record,
    events: record.events.map((event) => (isLate(event) ? { ...event, at: recordedAt } : event)),
  };
}
