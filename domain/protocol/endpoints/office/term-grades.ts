import type { Infer, JsonSchema } from '../../../base/schema.ts';
import { field } from '../../../record/fields.ts';

const shown = {
  /** Calendar year in which the school year begins: 2026 for 2026/27. */
  startYear: { type: 'integer', minimum: 2000, maximum: 2100 },
  /** The version of the year that was on the screen: nobody decides on one that has changed since. */
  seen: field.entryId,
  /** The place of the period among those of the year, from 0. */
  period: { type: 'integer', minimum: 0, maximum: 3 },
  /** One class; absent: the whole school. */
  class: field.classId,
} as const;

/** `POST /api/office/years/freeze`. */
export const freezePeriodSchema = {
  type: 'object',
  properties: {
    ...shown,
    /** Whether nothing is assessed in it any more. The whole school opened again, no class of it stays closed. */
    frozen: { type: 'boolean' },
    /** Of one that is closed, the last day of the meeting: until then the whole council reads all grades. Absent: as long as it is closed. */
    councilUntil: field.day,
  },
  required: ['startYear', 'seen', 'period', 'frozen'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** A period that is closed for grades, or opened again. */
export type FreezePeriod = Infer<typeof freezePeriodSchema>;

/** `POST /api/office/years/hold-back`. */
export const holdGradesSchema = {
  type: 'object',
  properties: {
    ...shown,
    /** The first day on which families see them; absent: nothing holds them back any more. */
    until: field.day,
  },
  required: ['startYear', 'seen', 'period'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** A period whose grades families do not see yet, or see again. */
export type HoldGrades = Infer<typeof holdGradesSchema>;
