import { dayOfInstant } from '../../../domain/base/local-date.ts';
import type { Instant } from '../../../domain/base/ids.ts';
import { attendanceDayId, type AttendanceDay } from '../../../domain/kinds/attendance-day/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { Enrolment } from '../../../domain/kinds/enrolment/record.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import type { NewVersion, SchoolTransaction } from '../../storage/contract/storage.ts';
import { derivedEntry } from '../../register/batch/derived-entry.ts';

/**
 * The days of pupils whom the office has just put into another class, as they stand in it from now on: the new class's teachers see what
 * was marked in the morning, and the old ones' keep seeing it (D202). Author and time of the marks stay what they were.
 */
export async function daysInNewClasses(
  transaction: Pick<SchoolTransaction, 'documents'>,
  written: readonly RegisterRecord[],
  now: Instant,
): Promise<readonly NewVersion[]> {
  const today = dayOfInstant(now);
  const begun = written.filter(
    (record): record is Enrolment =>
      record.kind === 'enrolment' && record.from === today && record.to === undefined,
  );
  if (begun.length === 0) return [];
  const idOf = ({ pupil }: Enrolment) => attendanceDayId(today, pupil);
  const days = await transaction.documents('attendance', begun.map(idOf));
  return begun.flatMap((enrolment): NewVersion[] => {
    const json = days.get(idOf(enrolment));
    const day = json === undefined ? undefined : storedRecord(json);
    if (day?.kind !== 'attendanceDay' || day.class === enrolment.class) return [];
    const others = new Set([day.class, ...(day.otherClasses ?? [])]);
    others.delete(enrolment.class);
    const record: AttendanceDay = {
      ...day,
      class: enrolment.class,
      otherClasses: [...others].toSorted(),
      entry: derivedEntry('class', day.entry, enrolment.entry),
      receivedAt: now,
    };
    return [{ collection: 'attendance', record, device: 'server', outcome: 'stored' }];
  });
}
