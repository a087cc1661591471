import { schoolPoliciesSchema, type SchoolPolicies } from '../../kinds/school/record.ts';
import { DEFAULT_GRADE_RULES, isGiven } from '../../grades/notation.ts';

/** What a school decides on grades. */
export const gradingSettingsSchema = schoolPoliciesSchema.properties.grading;

type GradingSettings = NonNullable<SchoolPolicies['grading']>;
/** One thing that a school decides on grades. */
type GradingSetting = keyof GradingSettings;

/** All of them, in the order in which they stand. */
export const GRADING_SETTINGS = Object.keys(gradingSettingsSchema.properties) as readonly GradingSetting[];

/** Whether settings go together: the lowest grade, and what "impreparato" counts as, are grades that the school gives (D51, D52). */
export function areGradingSettings(settings: GradingSettings): boolean {
  const rules = { ...DEFAULT_GRADE_RULES, ...settings };
  const { unpreparedCounts } = settings;
  return isGiven(rules.lowest, rules) && (unpreparedCounts === undefined || isGiven(unpreparedCounts, rules));
}
