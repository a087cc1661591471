import { addDays, dayOfInstant } from '../../../domain/base/local-date.ts';
import type { Instant } from '../../../domain/base/ids.ts';
import { attendanceDayId } from '../../../domain/kinds/attendance-day/record.ts';
import { justificationId } from '../../../domain/kinds/justification/record.ts';
import { PERMIT_MOVES, permitId } from '../../../domain/kinds/permit/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { Enrolment } from '../../../domain/kinds/enrolment/record.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import type { NewVersion, SchoolTransaction } from '../../storage/contract/storage.ts';
import { derivedEntry } from '../../register/batch/derived-entry.ts';
import { isPupilDay } from '../pupil-day/day-classes.ts';

/** So many days ahead a family's notices and permits follow the pupil at once; what is of later days follows when it is next written on. */
const DAYS_AHEAD = 7;

/**
 * The days of pupils whom the office has just put into another class, as they stand in it from now on: the new class's teachers see what
 * was marked in the morning, and the old ones' keep seeing it (D202); and they see what the family has announced of the next days, or
 * asked for. Author and time of the marks stay what they were.
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
  const idsOf = ({ pupil }: Enrolment) => [
    attendanceDayId(today, pupil),
    ...Array.from({ length: DAYS_AHEAD }, (_, index) => addDays(today, index)).flatMap((day) => [
      justificationId(day, pupil),
      ...PERMIT_MOVES.map((move) => permitId(day, pupil, move)),
    ]),
  ];
  const days = await transaction.documents('attendance', begun.flatMap(idsOf));
  return begun.flatMap((enrolment) =>
    idsOf(enrolment).flatMap((id): NewVersion[] => {
      const json = days.get(id);
      const day = json === undefined ? undefined : storedRecord(json);
      if (day === undefined || !isPupilDay(day) || day.class === enrolment.class) return [];
      const others = new Set([day.class, ...(day.otherClasses ?? [])]);
      others.delete(enrolment.class);
      const record = {
        ...day,
        class: enrolment.class,
        otherClasses: [...others].toSorted(),
        entry: derivedEntry('class', day.entry, enrolment.entry),
        receivedAt: now,
      };
      return [{ collection: 'attendance', record, device: 'server', outcome: 'stored' }];
    }),
  );
}
