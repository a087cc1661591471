import type { OneRosterFile } from '../columns/one-roster-headers.ts';
import { RosterRefusal } from '../report/refusal.ts';
import { orderOf } from '../values/date-order.ts';
import type { OneRosterSet } from './one-roster-set.ts';

/** Where the dates of a set stand. */
const DATES = {
  academicSessions: ['startDate', 'endDate'],
  enrollments: ['beginDate', 'endDate'],
  roles: ['beginDate', 'endDate'],
  demographics: ['birthDate'],
} as const satisfies Partial<Record<OneRosterFile, readonly string[]>>;

/**
 * Refuses a set with a date that can only be read with its month first. The standard wants `2026-09-14`; one program writes all files of a
 * set, in one order, and "09/10/2026" would be a day in October.
 *
 * @throws RosterRefusal naming the date and its row
 */
export function refuseMonthFirst(set: OneRosterSet): void {
  for (const [file, columns] of Object.entries(DATES) as [keyof typeof DATES, readonly string[]][])
    for (const row of set.rows(file))
      for (const column of columns) {
        const text = row.get(column);
        if (orderOf(text) !== 'monthFirst') continue;
        const place = row.place(column);
        throw new RosterRefusal('monthFirstDates', place.file, `${text}, ${place.row}`);
      }
}
