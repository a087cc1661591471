import type { LocalDate } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import { lastDayOfYear } from '../../../domain/school/class-of-pupil.ts';
import type { SchoolLevel } from '../../../domain/kinds/school/record.ts';
import type { ClassPlan } from '../plan/school-plan.ts';
import { dayOfYear, type YearPlan } from '../plan/year-plan.ts';
import type { Movement } from './movements.ts';
import type { PupilPlan } from './pupils.ts';

/** Some days of a pupil in a class, by its position. */
export interface Stay {
  readonly class: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The year before, as far as the year that is going on tells of it. */
export interface LastYear {
  /** Positions of the classes that there were: sections have grown since. */
  readonly classes: ReadonlySet<number>;
  /** Where pupils were, by their position; whoever is new has no stay. */
  readonly stays: ReadonlyMap<number, readonly Stay[]>;
  /** Classes of which nobody is here any more. */
  readonly gone: readonly number[];
}

/** The last year of each level. */
const LAST = { primary: 5, lowerSecondary: 3, upperSecondary: 5 } as const satisfies Record<
  SchoolLevel,
  number
>;
/** So many pupils of a class went to the first years of the same institute's next level. */
const MOST_GOING_ON = 22;
/** Position in a class of whoever is in it for a second time, and of those who came from the parallel class. */
const REPEATS = 11;
const CAME_ACROSS = [6, 13];

/** Where the pupils of today were a year ago: one class below, in January across from the parallel class, or in the same class for a second time. */
export function planLastYear(
  plans: readonly ClassPlan[],
  pupils: readonly PupilPlan[],
  movements: ReadonlyMap<number, Movement>,
  year: YearPlan,
): LastYear {
  const at = (level: SchoolLevel, ofYear: number, section: string) =>
    plans.findIndex((plan) => plan.level === level && plan.year === ofYear && plan.section === section);
  // A section that is not whole yet grows by one class a year.
  const isNewest = ({ level, year: ofYear, section }: ClassPlan) =>
    ofYear < LAST[level] && at(level, ofYear + 1, section) < 0 && at(level, LAST[level], 'A') >= 0;
  const classes = new Set([...plans.keys()].filter((position) => !isNewest(planAt(plans, position))));
  const below = (position: number) => {
    const { level, year: ofYear, section } = planAt(plans, position);
    const found = at(level, ofYear - 1, section);
    return classes.has(found) ? found : undefined;
  };
  const parallel = (position: number) => {
    const { level, year: ofYear } = planAt(plans, position);
    return [...classes].find(
      (other) =>
        other !== position && planAt(plans, other).level === level && planAt(plans, other).year === ofYear,
    );
  };
  const whole = { from: year.lessonsFrom, to: lastDayOfYear(year.startYear) };
  const change = dayOfYear(year.startYear, 1, 12);
  const across = (from: number, to: number): readonly Stay[] => [
    { class: from, from: whole.from, to: addDays(change, -1) },
    { class: to, from: change, to: whole.to },
  ];

  const primaryLeavers = [...classes].filter((position) => {
    const { level, year: ofYear } = planAt(plans, position);
    return level === 'primary' && ofYear === LAST.primary;
  });
  const goingOn = new Map<number, number>();
  const fromPrimary = (): number | undefined => {
    const found = primaryLeavers.find((position) => (goingOn.get(position) ?? 0) < MOST_GOING_ON);
    if (found !== undefined) goingOn.set(found, (goingOn.get(found) ?? 0) + 1);
    return found;
  };

  const stays = new Map<number, readonly Stay[]>();
  const repeated = new Set<SchoolLevel>();
  const crossed = new Set<SchoolLevel>();
  const firstOf = new Map<number, number>();
  for (const [position, pupil] of pupils.entries()) {
    const own = planAt(plans, pupil.class);
    if (!firstOf.has(pupil.class)) firstOf.set(pupil.class, position);
    if (movements.get(position)?.kind === 'arrives') continue;
    const order = position - (firstOf.get(pupil.class) ?? 0);
    const before =
      own.year > 1 ? below(pupil.class) : own.level === 'lowerSecondary' ? fromPrimary() : undefined;
    if (before === undefined) continue;
    const isRepeating =
      own.year > 1 && order === REPEATS && !repeated.has(own.level) && classes.has(pupil.class);
    if (isRepeating) {
      repeated.add(own.level);
      stays.set(position, [{ class: pupil.class, ...whole }]);
      continue;
    }
    const beside = own.year > 1 && CAME_ACROSS.includes(order) ? parallel(before) : undefined;
    const isCrossing = beside !== undefined && !crossed.has(own.level);
    if (isCrossing && order === CAME_ACROSS.at(-1)) crossed.add(own.level);
    stays.set(position, isCrossing ? across(beside, before) : [{ class: before, ...whole }]);
  }
  const counts = new Map<number, number>();
  for (const stay of [...stays.values()].flat()) counts.set(stay.class, (counts.get(stay.class) ?? 0) + 1);
  // Whoever repeats a year is no class.
  return { classes, stays, gone: [...classes].filter((position) => (counts.get(position) ?? 0) < 2) };
}

function planAt(plans: readonly ClassPlan[], position: number): ClassPlan {
  const plan = plans[position];
  if (!plan) throw new Error(`No class at ${position}`);
  return plan;
}
