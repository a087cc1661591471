import type { LocalDate } from '../base/ids.ts';

/** A period that is closed for a class, or for one of its groups: its meeting has been opened. */
export interface ClosedPeriod {
  /** The class, or the group of a split class, that the meeting assesses. */
  readonly group: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Whether events, hours and justifications of a day are closed for a pupil of these groups: group and period decide together (D104). */
export function isClosedFor(
  closed: readonly ClosedPeriod[],
  groups: readonly string[],
  day: LocalDate,
): boolean {
  return closed.some(({ group, from, to }) => groups.includes(group) && from <= day && day <= to);
}
