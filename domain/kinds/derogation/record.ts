import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/**
 * Reasons of the teachers' assembly for absences that do not count against the limit: serious health, therapies, blood donation, sport
 * recognised by CONI, Sabbath agreements (L. 516/1988, L. 101/1989), family, study abroad, work placement.
 */
export const DEROGATION_CATEGORIES = [
  'health',
  'therapies',
  'bloodDonation',
  'sport',
  'sabbath',
  'family',
  'studyAbroad',
  'workPlacement',
  'other',
] as const;

/** Deroga: absences of a pupil that do not count against the limit of the year, by their days or by their hours (D13, D100). */
export const derogationSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'derogation' },
    pupil: field.personId,
    /** Calendar year in which the school year of the absences begins. */
    startYear: { type: 'integer', minimum: 2000, maximum: 2100 },
    /** The classes of the pupil in that year. Kept by the server; it decides who may read the record. */
    classes: { type: 'array', items: field.classId, uniqueItems: true, maxItems: 20 },
    category: { type: 'string', enum: DEROGATION_CATEGORIES },
    /** Where the document is kept, and nothing of what it says. */
    document: field.shortText,
    /** The days, both included; or the hours. */
    from: field.day,
    to: field.day,
    /** Half units of lesson that are subtracted, as bell hours count them. */
    halfUnits: { type: 'integer', minimum: 1, maximum: 4000 },
    /** The meeting at which the council has confirmed it. */
    confirmedOn: field.day,
    /** It was written by mistake, and never held. */
    cancelled: { const: true },
  },
  required: [...envelopeRequired, 'pupil', 'startYear', 'classes', 'category', 'document'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Deroga. */
export type Derogation = Infer<typeof derogationSchema>;
