import type { AttendanceDay } from '../../../../domain/records/attendance-day.ts';
import type { RegisterRecord } from '../../../../domain/records/collections.ts';
import { lessonId } from '../../../../domain/records/lesson.ts';
import { hourPresence } from '../../../../domain/rules/hour-presence.ts';
import type { Batch } from '../batch.ts';
import { addNotice } from '../conflict-notices.ts';
import { derivedEntry } from '../derived-entry.ts';

/**
 * Tells whoever confirmed the roll of an hour that a colleague's later mark says something else of a pupil in that hour. Nobody's entry
 * has lost, and still a roll that somebody answers for is another one than was confirmed. Marks on hours whose roll nobody has confirmed,
 * and one's own, tell nobody anything.
 */
export async function addRollNotices(
  batch: Batch,
  before: RegisterRecord | null,
  after: RegisterRecord,
): Promise<void> {
  if (after.kind !== 'attendanceDay') return;
  const was = before?.kind === 'attendanceDay' ? before.events : [];
  const changed = batch
    .factsFor(after)
    .hours.filter((hour) => stateIn(was, hour) !== stateIn(after.events, hour));
  if (changed.length === 0) return;
  const places = changed.flatMap(({ hour }) =>
    [after.class, ...(after.otherClasses ?? [])].map((id) => ({ hour, id: lessonId(after.day, hour, id) })),
  );
  await batch.preload(
    'lessons',
    places.map(({ id }) => id),
    [],
  );
  for (const { hour, id } of places) {
    const lesson = batch.current('lessons', id);
    const rollCall = lesson?.kind === 'lesson' ? lesson.rollCall : undefined;
    const author = latestAuthor(was, after);
    if (!rollCall || rollCall.by === author || after.recordedAt <= rollCall.at) continue;
    const entry = derivedEntry('roll', id, after.id, rollCall.at, JSON.stringify(after.events));
    const at = after.recordedAt;
    await addNotice(
      batch,
      'attendance',
      after,
      {
        field: 'events',
        lost: was,
        kept: after.events,
        loser: { author: rollCall.by, recordedAt: rollCall.at, entry },
        winner: { author, recordedAt: at, entry: after.entry },
      },
      { hour },
    );
  }
}

function stateIn(events: AttendanceDay['events'], hour: Parameters<typeof hourPresence>[1]): string {
  const { mark, missedMinutes } = hourPresence(events, hour);
  return `${mark}.${missedMinutes}`;
}

/** Who made the change: of a merge, the author of the latest mark that is new in it. */
function latestAuthor(was: AttendanceDay['events'], after: AttendanceDay): AttendanceDay['author'] {
  const known = new Set(was.map((event) => JSON.stringify(event)));
  const added = after.events.filter((event) => !known.has(JSON.stringify(event)));
  return added.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1)?.by ?? after.author;
}
