import { must } from '../../../domain/base/assert.ts';
import { classSlots, isLunch } from '../plan/bells.ts';
import type { ExtraPosts } from '../plan/extra-posts.ts';
import type { ClassPlan } from '../plan/school-plan.ts';
import type { Staffing } from '../plan/staffing.ts';
import type { Random } from '../random.ts';
import { addCoTeachers, type StaffedHour } from './co-teaching.ts';
import type { ClassDemand } from './demand.ts';
import { solveTimetable } from './solve.ts';

/** Hours a day that one teacher should not exceed in a class. */
const DAILY_LIMIT = { primary: 6, lowerSecondary: 2, upperSecondary: 2 } as const;

/** The week of a whole school, of the classes that are there: levels are solved apart, since their bells differ and their teachers do too. */
export function planTimetable(
  classes: readonly ClassPlan[],
  there: readonly number[],
  staffing: Staffing,
  extra: ExtraPosts,
  showcase: { readonly class: number; readonly teacher: number },
  random: Random,
): readonly StaffedHour[] {
  const byClass = Map.groupBy(staffing.teachings, (teaching) => teaching.class);
  const demands = there.map((index): ClassDemand & Pick<ClassPlan, 'level'> => {
    const plan = must(classes[index], 'the plan of a class');
    const slots = classSlots(plan);
    const lunches = [...slots.entries()].filter(([, slot]) => isLunch(plan, slot));
    return {
      level: plan.level,
      class: index,
      slots,
      fixed: new Map(lunches.map(([position]) => [position, 'Mensa'])),
      teachings: byClass.get(index) ?? [],
      dailyLimit: DAILY_LIMIT[plan.level],
      ...(index === showcase.class ? { daily: showcase.teacher } : {}),
    };
  });
  const levels = Map.groupBy(demands, (demand) => demand.level);
  const placed = [...levels.values()].flatMap((group) => solveTimetable(group, random));
  return addCoTeachers(placed, extra.coTeachings, random);
}
