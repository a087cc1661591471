import type { ClassId, Instant, LocalDate } from '../../base/ids.ts';
import { dayOfInstant, startOfDay } from '../../base/local-date.ts';
import type { SchoolYear } from '../../kinds/school-year/record.ts';
import { periodIndexOn } from '../calendar.ts';
import { concerns } from './frozen-period.ts';

/** What families do not see of a period until a day, in one class or in all (D76). */
export type Hold = NonNullable<SchoolYear['heldBack']>[number];

/** What the school decides on it: held back until a day, or no more. */
export interface DecidedHold {
  readonly period: number;
  readonly class?: ClassId;
  readonly until?: LocalDate;
}

/** What the school holds or has held back from families of what is assessed in a class on a day, until when and since when (D76). */
export function heldBackOn(
  year: Pick<SchoolYear, 'periods' | 'heldBack'>,
  schoolClass: ClassId,
  day: LocalDate,
): readonly Hold[] {
  const period = periodIndexOn(year, day);
  return (year.heldBack ?? []).filter((one) => one.period === period && concerns(one, schoolClass));
}

/** Whether something is held back on a day. */
export function isHolding({ until, liftedAt }: Hold, today: LocalDate): boolean {
  return liftedAt === undefined && until > today;
}

/** Since when a hold holds nothing back any more: the first moment of its day, or the one at which the school has lifted it before. */
export function heldUntil({ until, liftedAt }: Hold): Instant {
  return liftedAt ?? startOfDay(until);
}

/**
 * The holds of a year once something is decided at a moment; undefined where nothing is held back that could be shown. What is held back for longer was not
 * shown in between. One that has ended stays, and one that is lifted ends then: until that moment families have seen nothing (D78).
 */
export function holdsAfter(
  holds: readonly Hold[],
  { period, class: schoolClass, until }: DecidedHold,
  at: Instant,
): readonly Hold[] | undefined {
  const today = dayOfInstant(at);
  const running = holds.find(
    (one) => one.period === period && one.class === schoolClass && isHolding(one, today),
  );
  const others = holds.filter((one) => one !== running);
  if (until !== undefined && until > today) {
    const ofClass = schoolClass === undefined ? {} : { class: schoolClass };
    return [...others, { ...(running ?? { heldAt: at, period, ...ofClass }), until }];
  }
  return running && [...others, { ...running, liftedAt: at }];
}
