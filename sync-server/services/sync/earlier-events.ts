import { equalJson } from '../../../domain/base/canonical-json.ts';
import type { PersonId } from '../../../domain/base/ids.ts';
import type { AttendanceEvent } from '../../../domain/kinds/attendance-day/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/collections.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import type { StoredVersion } from '../../storage/storage.ts';

/**
 * The state that stands, together with those events of the merged one that colleagues marked earlier: a list made on an older state
 * brings them back without its author having marked them, and must not be refused for it.
 */
export function withEarlierEvents(
  history: readonly StoredVersion[],
  stands: RegisterRecord,
  merged: RegisterRecord,
  pusher: PersonId,
): RegisterRecord {
  if (stands.kind !== 'attendanceDay' || merged.kind !== 'attendanceDay') return stands;
  const foreign = merged.events.filter(
    (event) => event.by !== pusher && !stands.events.some((other) => equalJson(other, event)),
  );
  // The usual case, in which nothing of the history has to be read.
  if (foreign.length === 0) return stands;
  const known = history.flatMap(authorisedEvents);
  const earlier = foreign.filter((event) => known.some((other) => equalJson(other, event)));
  return earlier.length === 0 ? stands : { ...stands, events: [...stands.events, ...earlier] };
}

/** The events of a version that are surely their authors': of an overruled list nobody has looked at what it says of colleagues. */
function authorisedEvents(version: StoredVersion): readonly AttendanceEvent[] {
  const record = storedRecord(version.json);
  if (record.kind !== 'attendanceDay') return [];
  if (version.outcome !== 'overruled') return record.events;
  return record.events.filter((event) => event.by === version.author);
}
