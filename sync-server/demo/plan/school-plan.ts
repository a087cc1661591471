import type { SchoolLevel } from '../../../domain/kinds/school/record.ts';
import { COURSES, type Course } from './curriculum.ts';
import type { YearPlan } from './year-plan.ts';

/** What distinguishes one demonstration school from another. Institutes, towns and people are invented. */
export interface SchoolPlan {
  readonly code: string;
  readonly ministryCode: string;
  readonly name: string;
  readonly city: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly website: string;
  readonly levels: readonly SchoolLevel[];
  readonly restDays: readonly number[];
  readonly years: { readonly last: YearPlan; readonly current: YearPlan };
  readonly patronSaint: string;
  readonly defaultClasses: number;
  /** The class of exactly 28 pupils of the printed teacher. */
  readonly showcase: { readonly level: SchoolLevel; readonly name: string };
  /** Password of all accounts of the school. */
  readonly password: string;
}

/** A class to be made. */
export interface ClassPlan {
  readonly level: SchoolLevel;
  readonly year: number;
  readonly section: string;
  readonly course: Course;
  /** Plesso, where the class is not in the main building. */
  readonly site?: string;
}

/** Where every second section of the primary school is. */
export const FURTHER_SITE = 'Plesso Don Milani';

/** The classes of a school of a wanted size: whole sections first, then further first years. */
export function planClasses(levels: readonly SchoolLevel[], count: number): readonly ClassPlan[] {
  const plans: ClassPlan[] = [];
  const shares = levels.length > 1 ? [Math.round(count / 2), count - Math.round(count / 2)] : [count];
  for (const [index, level] of levels.entries()) {
    const years = level === 'lowerSecondary' ? 3 : 5;
    for (let number = 0; number < (shares[index] ?? 0); number += 1) {
      const section = Math.floor(number / years);
      plans.push({
        level,
        year: (number % years) + 1,
        section: sectionName(section),
        course: courseOf(level, section),
        ...(level === 'primary' && section % 2 === 1 ? { site: FURTHER_SITE } : {}),
      });
    }
  }
  return plans;
}

/** A to Z, then AA, AB … as large schools name their sections. */
function sectionName(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : sectionName(Math.floor(index / 26) - 1) + letter;
}

function courseOf(level: SchoolLevel, section: number): Course {
  if (level === 'primary') return section % 2 === 0 ? COURSES.fullTime : COURSES.modules;
  if (level === 'lowerSecondary') return section % 3 === 1 ? COURSES.spanish : COURSES.french;
  return section % 5 >= 3 ? COURSES.applied : COURSES.scientific;
}
