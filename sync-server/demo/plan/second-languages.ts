import type { ClassPlan } from './school-plan.ts';
import type { Staffing } from './staffing.ts';

/** Second languages of a class whose pupils do not all learn the same one: the group, and the subject that it learns. */
export const SECOND_LANGUAGES = [
  { code: 'FRA', name: 'Francese' },
  { code: 'SPA', name: 'Spagnolo' },
] as const;
/** Of the classes of lower secondary school every so manieth is divided. */
const EVERY = 3;

/** Those of the classes that are divided for the second language, of lower secondary school; the class that is shown is never divided. */
export function dividedClasses<C extends Pick<ClassPlan, 'level'>>(
  classes: readonly C[],
  showcase: C | undefined,
): readonly C[] {
  return classes
    .filter((one) => one.level === 'lowerSecondary' && one !== showcase)
    .filter((_, index) => index % EVERY === 1);
}

/** The second languages that no class of the school has as its own: a divided class has them for one of its groups. */
export function languagesOfGroupsAlone(
  classes: readonly ClassPlan[],
  { teachings }: Staffing,
): readonly string[] {
  const isDivided = classes.filter(({ level }) => level === 'lowerSecondary').length > 1;
  const taught = new Set(teachings.map(({ subject }) => subject));
  return isDivided ? SECOND_LANGUAGES.map(({ name }) => name).filter((name) => !taught.has(name)) : [];
}
