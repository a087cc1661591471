import type { LocalDate, LocalTime } from '../base/ids.ts';
import type { SchoolPolicies } from '../kinds/school/record.ts';
import { isShortLate } from '../kinds/attendance-day/attendance-state.ts';

/** A late arrival: when the pupil came, and when the first hour of that day began. */
export interface Arrival {
  readonly day: LocalDate;
  readonly entry: LocalTime;
  readonly firstStart: LocalTime;
}

/** A late that needs no justification and is counted, or one that needs it (D9). */
export type LateKind = 'short' | 'ordinary';

/**
 * What each late arrival of one assessment period is, by day (D103): short within the school's minutes, as long as no more than the
 * school's number of them have come before it in the period. Short ones alone use that number up.
 */
export function lateKinds(
  arrivals: readonly Arrival[],
  policies: Pick<SchoolPolicies, 'shortLateMinutes' | 'shortLatesPerPeriod'>,
): ReadonlyMap<LocalDate, LateKind> {
  const { shortLatesPerPeriod: most = Infinity } = policies;
  const kinds = new Map<LocalDate, LateKind>();
  let short = 0;
  for (const { day, entry, firstStart } of arrivals.toSorted((a, b) => a.day.localeCompare(b.day))) {
    const isShort = isShortLate(entry, firstStart, policies) && short < most;
    if (isShort) short += 1;
    kinds.set(day, isShort ? 'short' : 'ordinary');
  }
  return kinds;
}
