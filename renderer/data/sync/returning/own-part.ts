import { equalJson } from '../../../../domain/base/canonical-json.ts';
import type { EntryId, Instant, PersonId } from '../../../../domain/base/ids.ts';
import type { AttendanceDay } from '../../../../domain/kinds/attendance-day/record.ts';
import type { RegisterRecord } from '../../../../domain/kinds/collections.ts';
import type { Lesson } from '../../../../domain/kinds/lesson/record.ts';
import { sortEvents } from '../../../../domain/kinds/attendance-day/attendance-state.ts';
import { samePayload } from '../../../../domain/entries/merge.ts';

/**
 * What of a record a person sends again to a store that was put back from a copy: what the person wrote, on top of what the store has.
 *
 * Nobody may send a colleague's signature or mark: each device brings back its own, and the server merges them. The version is sent
 * under its own name when all of it is the person's; else under a new one, with the time of the latest thing of the person's in it.
 * Undefined when the store lacks nothing of the person's.
 */
export function ownPart(
  held: RegisterRecord,
  stands: RegisterRecord | null,
  person: PersonId,
  newEntry: () => EntryId,
): RegisterRecord | undefined {
  const { receivedAt: _arrived, backdated: _marked, ...version } = held;
  const own = partOf(held, stands, person);
  if (own === undefined || (stands && samePayload(own, stands)) || isEmpty(own, stands)) return undefined;
  if (held.author === person && samePayload(own, held)) return version;
  const { school } = held;
  const recordedAt = held.author === person ? held.recordedAt : latestOf(own, person, held.recordedAt);
  const { receivedAt: _theirs, backdated: _either, ...rest } = own;
  return { ...rest, school, author: person, entry: newEntry(), recordedAt };
}

/** Who but the person wrote something of a record that the store lacks. */
export function othersIn(
  held: RegisterRecord,
  stands: RegisterRecord | null,
  person: PersonId,
): readonly PersonId[] {
  const others = new Set([held.author, ...authorsOfParts(held, stands)]);
  others.delete(person);
  return [...others];
}

function partOf(
  held: RegisterRecord,
  stands: RegisterRecord | null,
  person: PersonId,
): RegisterRecord | undefined {
  if (held.kind === 'lesson') return lessonPart(held, stands?.kind === 'lesson' ? stands : null, person);
  if (held.kind === 'attendanceDay')
    return dayPart(held, stands?.kind === 'attendanceDay' ? stands : null, person);
  // A notice is the server's; its addressee has marked it seen.
  return held.kind === 'conflictNotice' && stands && held.author === person ? held : undefined;
}

function lessonPart(held: Lesson, stands: Lesson | null, person: PersonId): Lesson {
  const { rollCall, subject, ...rest } = held;
  const base: Lesson = stands ?? { ...rest, topic: '', activity: '', signatures: [] };
  const mine = held.signatures.filter(({ teacher }) => teacher === person);
  // A colleague has written on after this person: the texts were there before, and the store has none.
  const isBlank = base.topic === '' && base.activity === '';
  const isText = held.author === person || (isBlank && mine.length > 0);
  return {
    ...base,
    signatures: [...base.signatures.filter(({ teacher }) => teacher !== person), ...mine],
    ...(isText ? { topic: held.topic, activity: held.activity, ...(subject ? { subject } : {}) } : {}),
    ...(rollCall?.by === person ? { rollCall } : {}),
  };
}

function dayPart(
  held: AttendanceDay,
  stands: AttendanceDay | null,
  person: PersonId,
): AttendanceDay | undefined {
  const base = stands ?? { ...held, events: [] };
  const isIn = (event: AttendanceDay['events'][number]) =>
    base.events.some((other) => equalJson(other, event));
  const mine = held.events.filter(({ by }) => by === person);
  if (held.author === person)
    return { ...base, events: held.events.filter((event) => event.by === person || isIn(event)) };
  if (mine.length === 0) return undefined;
  return { ...base, events: sortEvents([...base.events.filter(({ by }) => by !== person), ...mine]) };
}

/** A day without events, and a lesson of which nothing is left, say nothing where there is no record at all. */
function isEmpty(own: RegisterRecord, stands: RegisterRecord | null): boolean {
  if (stands) return false;
  if (own.kind === 'attendanceDay') return own.events.length === 0;
  if (own.kind !== 'lesson') return false;
  const { signatures, topic, activity, rollCall } = own;
  return signatures.length === 0 && topic === '' && activity === '' && rollCall === undefined;
}

function authorsOfParts(held: RegisterRecord, stands: RegisterRecord | null): readonly PersonId[] {
  if (held.kind === 'lesson') {
    const known = stands?.kind === 'lesson' ? stands.signatures : [];
    return held.signatures
      .filter((signature) => !known.some((other) => equalJson(other, signature)))
      .map(({ teacher }) => teacher);
  }
  if (held.kind !== 'attendanceDay') return [];
  const known = stands?.kind === 'attendanceDay' ? stands.events : [];
  return held.events.filter((event) => !known.some((other) => equalJson(other, event))).map(({ by }) => by);
}

function latestOf(own: RegisterRecord, person: PersonId, otherwise: Instant): Instant {
  const times =
    own.kind === 'lesson'
      ? [
          ...own.signatures.filter(({ teacher }) => teacher === person).map(({ signedAt }) => signedAt),
          ...(own.rollCall?.by === person ? [own.rollCall.at] : []),
        ]
      : own.kind === 'attendanceDay'
        ? own.events.filter(({ by }) => by === person).map(({ at }) => at)
        : [];
  return times.toSorted().at(-1) ?? otherwise;
}
