import type { LocalDate } from '../../../domain/base/ids.ts';
import { schoolDayAndTime } from '../../../domain/base/local-date.ts';
import type { AttendanceDay } from '../../../domain/records/attendance-day.ts';
import type { BellHour } from '../../../domain/records/bell-scheme.ts';
import type { Lesson } from '../../../domain/records/lesson.ts';

/** The hour whose roll call is looked at. */
interface RolledHour {
  readonly day: LocalDate;
  readonly hour: number;
  readonly bells: readonly BellHour[];
}

/** How many pupils were marked, or unmarked, in an hour after its roll call was confirmed; none before it was. */
export function changesAfterRollCall(
  rollCall: Lesson['rollCall'],
  attendance: readonly AttendanceDay[],
  place: RolledHour,
): number {
  if (!rollCall) return 0;
  return attendance.filter(
    (record) =>
      record.recordedAt > rollCall.at &&
      (record.events.some(({ hour, at }) => hour === place.hour && at > rollCall.at) ||
        isTakenBack(record, place)),
  ).length;
}

/** What is taken back leaves no event: the record is newer than all of them. Once a later hour has begun it belongs to that one. */
function isTakenBack({ events, recordedAt }: AttendanceDay, { day, hour, bells }: RolledHour): boolean {
  if (events.some(({ at }) => at === recordedAt)) return false;
  const next = bells.find((bell) => bell.hour > hour);
  const moment = schoolDayAndTime(recordedAt);
  return !next || moment.day !== day || moment.time < next.start;
}
