import type { LocalDate } from '../../base/ids.ts';

/** What a record of somebody's standing says of its days, and of having been written by mistake. */
export interface Standing {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly cancelled?: true;
}

/** Whether a record was taken back as a mistake: it says so, or it ended before it began, so that it holds on no day and its trace stays. */
export function isCancelled({ from, to, cancelled }: Standing): boolean {
  return cancelled === true || (from !== undefined && to !== undefined && to < from);
}
