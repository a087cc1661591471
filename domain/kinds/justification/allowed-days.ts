import type { LocalDate } from '../../base/ids.ts';
import { addDays } from '../../base/local-date.ts';
import type { SchoolPolicies } from '../school/record.ts';
import type { JustifiedItem } from './record.ts';

/** The last day on which the family may send a reason: its end is the limit (D86). Undefined where the school sets none. */
export function lastDayToSend(
  item: JustifiedItem,
  day: LocalDate,
  { daysAllowed = {} }: NonNullable<SchoolPolicies['justification']>,
): LocalDate | undefined {
  const days = daysAllowed[item] ?? 0;
  return days === 0 ? undefined : addDays(day, days);
}
