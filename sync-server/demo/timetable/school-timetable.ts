import { must } from '../../../domain/base/assert.ts';
import { classSlots, isLunch } from '../plan/bells.ts';
import type { ExtraPosts } from '../plan/extra-posts.ts';
import type { ClassPlan } from '../plan/school-plan.ts';
import { dividedClasses, SECOND_LANGUAGES } from '../plan/second-languages.ts';
import type { Staffing } from '../plan/staffing.ts';
import type { Random } from '../random.ts';
import { addCoTeachers, type StaffedWeek } from './co-teaching.ts';
import type { ClassDemand } from './demand.ts';
import { partLanguageHours, type LanguageTeachers } from './parted-hours.ts';
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
): StaffedWeek {
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
  const plans = new Map(there.map((index) => [classes[index], index] as const));
  const divided = dividedClasses(
    there.flatMap((index) => classes[index] ?? []),
    classes[showcase.class],
  ).flatMap((plan) => plans.get(plan) ?? []);
  const parted = partLanguageHours(placed, divided, languageTeachers(staffing, extra));
  return addCoTeachers(parted.placed, extra.coTeachings, random, parted.beside);
}

/** Who can teach each second language: its teachers, and those who have it for groups alone. */
function languageTeachers({ teachings }: Staffing, { languages }: ExtraPosts): LanguageTeachers {
  const all = [...teachings, ...languages];
  return new Map(
    SECOND_LANGUAGES.map(({ name }) => [
      name,
      [...new Set(all.filter(({ subject }) => subject === name).map(({ teacher }) => teacher))],
    ]),
  );
}
