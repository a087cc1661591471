import type { ClassId, LocalDate } from '../../base/ids.ts';
import type { SchoolYear } from '../../kinds/school-year/record.ts';

/** A period that is closed for what is assessed in it, in one class or in all (D24, D28). */
export type Frozen = NonNullable<SchoolYear['frozen']>[number];

/** What the school decides on a period: closed or open, in one class or in all. */
export interface DecidedFreeze {
  readonly period: number;
  readonly class?: ClassId;
  readonly frozen: boolean;
  /** Of one that is closed, the last day of the meeting. */
  readonly councilUntil?: LocalDate;
}

/**
 * What is closed in a year once something is decided (D24, D28): a whole school closes its classes; of a school that was closed as a whole, all classes but the
 * one that is opened stay closed. Undefined where it stands so already.
 *
 * @param classes those of the year
 */
export function frozenAfter(
  before: readonly Frozen[],
  decided: DecidedFreeze,
  classes: readonly ClassId[],
): readonly Frozen[] | undefined {
  return decided.frozen ? closedAfter(before, decided) : openedAfter(before, decided, classes);
}

function closedAfter(before: readonly Frozen[], decided: DecidedFreeze): readonly Frozen[] | undefined {
  const { period, class: schoolClass, councilUntil } = decided;
  const isClosed = before.some(
    (one) => one.period === period && (one.class === undefined || one.class === schoolClass),
  );
  if (isClosed) return undefined;
  return [
    ...before.filter((one) => !isOf(decided, one)),
    {
      period,
      ...(schoolClass === undefined ? {} : { class: schoolClass }),
      ...(councilUntil === undefined ? {} : { councilUntil }),
    },
  ];
}

function openedAfter(
  before: readonly Frozen[],
  decided: DecidedFreeze,
  classes: readonly ClassId[],
): readonly Frozen[] | undefined {
  const { period, class: schoolClass } = decided;
  const whole = before.find((one) => one.period === period && one.class === undefined);
  if (schoolClass !== undefined && whole) {
    const others = classes.filter((id) => id !== schoolClass);
    return [
      ...before.filter((one) => one.period !== period),
      ...others.map((id) => ({ ...whole, class: id })),
    ];
  }
  const rest = before.filter((one) => !isOf(decided, one));
  return rest.length === before.length ? undefined : rest;
}

/** Whether what stands is what is decided on: of the whole school all of the period, of a class that class alone. */
function isOf({ period, class: schoolClass }: DecidedFreeze, one: Frozen): boolean {
  return one.period === period && (schoolClass === undefined || one.class === schoolClass);
}
