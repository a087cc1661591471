import type { LocalDate } from '../../domain/base/ids.ts';
import { localDate } from '../../domain/base/local-date.ts';
import { buildSchool, type DemoSchool, type History } from './build-school.ts';
import type { Family } from './people/family.ts';
import { chooseFamilies } from './family-accounts.ts';
import { LESSONS_FROM, LESSONS_TO, SCHOOL_PLANS } from './plan/schools.ts';

/** What the demonstration schools depend on: the same options give the same records. */
export interface DemoOptions {
  readonly seed: number;
  /** The day the demonstration is seen on; history ends the day before. */
  readonly today: LocalDate;
  /** Classes of both schools together; 44 without it. */
  readonly classes?: number;
  /** Of which years it is told what happened, which is most of the records; of both, whole, without it. */
  readonly history?: History;
}

/** Day shown when today is outside the lessons of the demonstration year. */
const STABLE_DAY = localDate(2026, 11, 20);

/** Generates the two demonstration schools with the year before, which is over, and the one that is going on. */
export function generateSchools(options: DemoOptions): readonly DemoSchool[] {
  const inYear = options.today >= LESSONS_FROM && options.today <= LESSONS_TO;
  const until = inYear ? options.today : STABLE_DAY;
  const usual = SCHOOL_PLANS.reduce((sum, plan) => sum + plan.defaultClasses, 0);
  const schools: DemoSchool[] = [];
  let neighbours: readonly Family[] = [];
  for (const plan of SCHOOL_PLANS) {
    const share = (options.classes ?? usual) * (plan.defaultClasses / usual);
    const built = buildSchool(
      plan,
      {
        seed: options.seed,
        until,
        classes: Math.max(plan.levels.length, Math.round(share)),
        history: options.history ?? 'both',
      },
      neighbours,
    );
    schools.push(built.school);
    // Every eighth family may send a further child to the next school.
    neighbours = built.families.filter((_, index) => index % 8 === 0);
  }
  const families = chooseFamilies(schools, options.seed);
  return schools.map((school, index) => {
    const own = families[index] ?? { families: [], accounts: [] };
    return { ...school, families: own.families, accounts: [...school.accounts, ...own.accounts] };
  });
}
