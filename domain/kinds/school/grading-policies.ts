import type { Infer, JsonSchema } from '../../base/schema.ts';
import type { AssessmentType } from '../../grades/assessment-types.ts';
import { AVERAGE_WAYS, YEAR_BASES } from '../../grades/averages.ts';
import { DEFAULT_GRADE_RULES, GRADE_STEPS } from '../../grades/notation.ts';
import { PROPOSAL_ROUNDINGS } from '../../grades/proposals.ts';
import { GRADE_PALETTES } from '../../grades/standing.ts';
import { field } from '../../record/fields.ts';

const fewest = { type: 'integer', minimum: 0, maximum: 20 } as const satisfies JsonSchema;

/** How a school assesses: what its collegio has decided, and what is shown to whom. */
export const gradingPoliciesSchema = {
  type: 'object',
  properties: {
    /** How fine grades are; absent: quarters (D50, D51). */
    step: { type: 'string', enum: GRADE_STEPS },
    /** The lowest grade that is given, in quarters of a point; absent: 1 (D51). */
    lowest: field.quarters,
    /** Whether a number between two steps goes to the nearest one; absent: it is refused (D50). */
    rounds: { type: 'boolean' },
    /** The average that is used; absent: that of all grades (D59). */
    average: { type: 'string', enum: AVERAGE_WAYS },
    /** Decimals of an average as it is shown; absent: 2 (D57). */
    decimals: { type: 'integer', minimum: 1, maximum: 2 },
    /** What final proposals stand on; absent: the last period (D60). */
    yearBasis: { type: 'string', enum: YEAR_BASES },
    /** How an average becomes a proposal; absent: half up (D73). */
    proposalRounding: { type: 'string', enum: PROPOSAL_ROUNDINGS },
    /** How many grades of a type there must be in a period; absent: none (D65). */
    needed: {
      type: 'object',
      properties: {
        written: fewest,
        oral: fewest,
        practical: fewest,
        graphic: fewest,
        single: fewest,
      } satisfies Record<AssessmentType, JsonSchema>,
      additionalProperties: false,
    },
    /** How many excuses (giustificato) a pupil has in a subject and period; absent: nothing is said of them (D52). */
    excuses: { type: 'integer', minimum: 0, maximum: 20 },
    /**
     * The grade that "impreparato" counts as, in quarters, where a teacher says so of one (D52). Absent: it is never in an average.
     */
    unpreparedCounts: field.quarters,
    /** Whether the average of all subjects is shown; absent: it is not (D62). */
    overallAverage: { type: 'boolean' },
    /** Which colours grades have: green, orange and red, or blue and red as on paper (D64). */
    palette: { type: 'string', enum: GRADE_PALETTES },
    /** Whether the whole council of a class reads the grades of all its subjects at any time, and not during its term meeting alone. */
    councilReads: { type: 'boolean' },
  },
  additionalProperties: false,
} as const satisfies JsonSchema;

/** How a school assesses. */
export type GradingPolicies = Infer<typeof gradingPoliciesSchema>;

/** What a school goes by that has not chosen. */
export const DEFAULT_GRADING = {
  ...DEFAULT_GRADE_RULES,
  average: 'ofGrades',
  decimals: 2,
  yearBasis: 'lastPeriod',
  proposalRounding: 'halfUp',
  needed: {},
  overallAverage: false,
  palette: 'green',
  councilReads: false,
} as const satisfies GradingPolicies;

/** How a school assesses, in full: a number of excuses, and what "impreparato" counts as, are absent where it has none. */
export type Grading = GradingPolicies & Required<Pick<GradingPolicies, keyof typeof DEFAULT_GRADING>>;

/** Policies never change once they are made: what they come to is the same object each time, so that nothing is reckoned anew for it. */
const inFull = new WeakMap<GradingPolicies, Grading>();

/** What a school goes by: what it has chosen, and of the rest {@link DEFAULT_GRADING}. */
export function gradingOf(policies: GradingPolicies | undefined): Grading {
  if (!policies) return DEFAULT_GRADING;
  const known = inFull.get(policies) ?? { ...DEFAULT_GRADING, ...policies };
  inFull.set(policies, known);
  return known;
}
