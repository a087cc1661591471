import { equalJson } from '../../../domain/base/canonical-json.ts';
import type { AttendanceDay, AttendanceEvent } from '../../../domain/kinds/attendance-day/record.ts';
import type { WriteFacts } from '../../../domain/school/write-facts.ts';
import type { Batch, FactsBatch } from '../../register/batch/batch.ts';
import { recordOfVersion } from '../../register/batch/record-of-version.ts';

/** Reads the history of a day to which somebody adds a colleague's mark: it tells whether they only put back what they took away. */
export async function readTakenAway(batch: Batch, next: AttendanceDay): Promise<void> {
  const stands = batch.current('attendance', next.id);
  const known = stands?.kind === 'attendanceDay' ? stands.events : [];
  const isNew = (event: AttendanceEvent) =>
    event.by !== batch.actor.person && !known.some((other) => equalJson(event, other));
  if (next.events.some(isNew)) await batch.versionsOf('attendance', next.id);
}

/** The facts around a day, with the marks of colleagues that a version of the actor's has taken away from it. */
export function withTakenAway(batch: FactsBatch, { id }: AttendanceDay, facts: WriteFacts): WriteFacts {
  const versions = batch.readVersionsOf('attendance', id);
  if (versions.length === 0) return facts;
  const days = versions.map(recordOfVersion).filter((one) => one.kind === 'attendanceDay');
  const tookAway = (mark: object) => {
    const has = (day: AttendanceDay | undefined) =>
      day?.events.some((event) => equalJson(event, mark)) === true;
    return days.some((day, index) => day.author === batch.actor.person && !has(day) && has(days[index - 1]));
  };
  return { ...facts, tookAway };
}
