import type { PersonId } from '../../../../domain/base/ids.ts';
import { schoolDayAndTime } from '../../../../domain/base/local-date.ts';
import type { AttendanceDay, AttendanceEvent } from '../../../../domain/kinds/attendance-day/record.ts';
import type { HoursOfDay } from '../../../../domain/kinds/attendance-day/prepared-marks.ts';
import type { Lesson } from '../../../../domain/kinds/lesson/record.ts';
import { saySameInHour } from '../../../../domain/kinds/attendance-day/pupil-in-hour.ts';

/** The hour whose roll call is looked at. */
interface RolledHour extends HoursOfDay {
  readonly hour: number;
}

/**
 * The pupils of whom something else was said of an hour after its roll call was confirmed: by a mark in the hour itself, by one taken
 * back, or by a mark of another hour that changes how they stood in this one. Nobody before the roll was confirmed.
 *
 * A colleague's mark that was made before, without a line, and arrived at the server after counts as well: who confirmed had not seen it.
 */
export function changedAfterRollCall(
  rollCall: Lesson['rollCall'],
  attendance: readonly AttendanceDay[],
  place: RolledHour,
): ReadonlySet<PersonId> {
  if (!rollCall) return new Set();
  const changed = attendance.filter((record) => {
    const isNew = newSince(rollCall, record);
    if (!isNew) return false;
    return (
      record.events.some((event) => event.hour === place.hour && isNew(event)) ||
      isRewritten(record.events, isNew, place) ||
      isTakenBack(record, place)
    );
  });
  return new Set(changed.map(({ pupil }) => pupil));
}

/**
 * Which events of a pupil's day its last version may have brought after a roll; undefined where that version is not newer. Of one that
 * was made before the roll and arrived after it, all marks of its author count: which of them had come before, no device knows.
 */
function newSince(
  rollCall: NonNullable<Lesson['rollCall']>,
  { recordedAt, receivedAt = recordedAt, author }: AttendanceDay,
): ((event: AttendanceEvent) => boolean) | undefined {
  if (recordedAt > rollCall.at) return ({ at }) => at > rollCall.at;
  return receivedAt > rollCall.at && author !== rollCall.by ? ({ by }) => by === author : undefined;
}

/** Whether marks that are newer than the roll say another thing of its hour than those that it confirmed. */
function isRewritten(
  events: readonly AttendanceEvent[],
  isNew: (event: AttendanceEvent) => boolean,
  { hour, ...ofDay }: RolledHour,
): boolean {
  const { bells } = ofDay;
  const bell = bells.find((candidate) => candidate.hour === hour);
  if (!bell) return false;
  const confirmed = events.filter((event) => !isNew(event));
  if (confirmed.length === events.length) return false;
  return !saySameInHour(confirmed, events, ofDay, bell);
}

/** What is taken back leaves no event: the record is newer than all of them. Once a later hour has begun it belongs to that one. */
function isTakenBack({ events, recordedAt }: AttendanceDay, { day, hour, bells }: RolledHour): boolean {
  if (events.some(({ at }) => at === recordedAt)) return false;
  const next = bells.find((bell) => bell.hour > hour);
  const moment = schoolDayAndTime(recordedAt);
  return !next || moment.day !== day || moment.time < next.start;
}
