import { equalJson } from '../base/canonical-json.ts';
import type { Instant, PersonId } from '../base/ids.ts';
import type { AttendanceEvent } from '../records/attendance-day.ts';
import type { RegisterRecord } from '../records/collections.ts';

/** Who last changed a field, and when by the corrected clock of that device. */
export interface FieldChange {
  readonly author: PersonId;
  readonly recordedAt: Instant;
}

/**
 * Who made the latest of the events that a side brings against the other, and when: what stands in both, or stood before, decides
 * nothing. A mark cannot be later than the save that brought it; a side that only took events away counts by its save.
 */
export function changeOfEvents(
  base: RegisterRecord | null,
  side: RegisterRecord,
  other: RegisterRecord,
  saved: FieldChange,
): FieldChange {
  const common = [...eventsOf(base), ...eventsOf(other)];
  let latest: FieldChange | undefined;
  for (const event of eventsOf(side)) {
    if (common.some((known) => equalJson(known, event))) continue;
    const recordedAt = event.at < saved.recordedAt ? event.at : saved.recordedAt;
    const change = { author: event.by, recordedAt };
    if (!latest || isLaterChange(change, latest)) latest = change;
  }
  return latest ?? { author: saved.author, recordedAt: saved.recordedAt };
}

/** Whether one change came after another one; of two at the same time the author decides, the same way on both sides. */
export function isLaterChange(one: FieldChange, other: FieldChange): boolean {
  if (one.recordedAt !== other.recordedAt) return one.recordedAt > other.recordedAt;
  return one.author > other.author;
}

function eventsOf(record: RegisterRecord | null): readonly AttendanceEvent[] {
  return record?.kind === 'attendanceDay' ? record.events : [];
}
