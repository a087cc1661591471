import { gradingPoliciesSchema, type GradingPolicies } from '../../kinds/school/grading-policies.ts';
import { DEFAULT_GRADE_RULES, isGiven } from '../../grades/notation.ts';

/** One thing that a school decides on grades. */
type GradingSetting = keyof GradingPolicies;

/** All of them, in the order in which they stand. */
export const GRADING_SETTINGS = Object.keys(gradingPoliciesSchema.properties) as readonly GradingSetting[];

/** Whether settings go together: the lowest grade, and what "impreparato" counts as, are grades that the school gives (D51, D52). */
export function areGradingSettings(settings: GradingPolicies): boolean {
  const rules = { ...DEFAULT_GRADE_RULES, ...settings };
  const { unpreparedCounts } = settings;
  return isGiven(rules.lowest, rules) && (unpreparedCounts === undefined || isGiven(unpreparedCounts, rules));
}
