import type { JsonSchema } from '../../base/schema.ts';
import { field } from '../../record/fields.ts';

const days = { type: 'integer', minimum: 0, maximum: 365 } as const satisfies JsonSchema;
const hours = { type: 'integer', minimum: 1, maximum: 20 } as const satisfies JsonSchema;

/** What a school asks of justifications (D86, D88, D105) and of permits (D90). */
export const justificationPoliciesSchema = {
  type: 'object',
  properties: {
    /** Days after the event within which the family sends a reason, by what it is about; 0 or absent: no limit (D86). */
    daysAllowed: {
      type: 'object',
      properties: { absence: days, late: days, exit: days },
      additionalProperties: false,
    },
    /** Lesson days after the return from which a warning is proposed to the coordinator; absent: none is (D88). */
    warnAfterDays: days,
    /** A certificate is asked for over so many calendar days of absence; absent: none is (D105). */
    certificateOverDays: days,
    /** Whether the parents of an adult who may justify for themselves may still do so (D87). */
    parentsOfAdults: { type: 'boolean' },
    /** Until when on the day before a permit is asked for; absent: 16:00 (D90). */
    permitUntil: field.time,
    /** Last hour in which somebody may come by a permit, absent: 3; how many last hours one may leave in, absent: 2; how many permits of a period are usual, absent: 5. */
    entryUntilHour: hours,
    exitInLastHours: hours,
    permitsPerPeriod: days,
  },
  additionalProperties: false,
} as const satisfies JsonSchema;
