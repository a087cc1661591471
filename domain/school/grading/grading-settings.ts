import { schoolPoliciesSchema, type SchoolPolicies } from '../../kinds/school/record.ts';
import { DEFAULT_GRADE_RULES, isGiven } from '../../grades/notation.ts';

/** What a school decides on grades. */
export const gradingSettingsSchema = schoolPoliciesSchema.properties.grading;

/** How a school assesses, as its office sets it. */
export type GradingSettings = NonNullable<SchoolPolicies['grading']>;
/** One thing that a school decides on grades. */
type GradingSetting = keyof GradingSettings;

/** All of them, in the order in which they stand. */
export const GRADING_SETTINGS = Object.keys(gradingSettingsSchema.properties) as readonly GradingSetting[];

/** Which of two settings is a grade that the school does not give: the lowest one lies between its steps, what "impreparato" counts as too or below it (D51, D52). */
export function gradingFaults(settings: GradingSettings): readonly ('lowest' | 'unpreparedCounts')[] {
  const rules = { ...DEFAULT_GRADE_RULES, ...settings };
  return (['lowest', 'unpreparedCounts'] as const).filter((name) => {
    const grade = settings[name];
    return grade !== undefined && !isGiven(grade, rules);
  });
}

/** Whether settings go together. */
export function areGradingSettings(settings: GradingSettings): boolean {
  return gradingFaults(settings).length === 0;
}
