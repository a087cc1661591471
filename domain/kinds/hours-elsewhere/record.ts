import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/**
 * Where hours were attended and missed outside the school's own lessons: at the school that a pupil came from during the year, in hospital
 * or taught at home, in a work placement, in another activity that the school counts.
 */
export const HOURS_ELSEWHERE_SOURCES = [
  'otherSchool',
  'careSchool',
  'workPlacement',
  'otherActivity',
] as const;
/** One of them. */
export type HoursElsewhereSource = (typeof HOURS_ELSEWHERE_SOURCES)[number];

/** More half units than a year of lessons has. */
const MOST = 4000;

/**
 * Ore fuori dalla scuola: what another school, a hospital's or a host has declared of a pupil's hours from a day to a day, as its papers
 * say it (D97). Several for one stay, where the papers tell the hours of each subject.
 */
export const hoursElsewhereSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'hoursElsewhere' },
    pupil: field.personId,
    /** The classes of the pupil in the school year of these days. Kept by the server; it decides who may read the record. */
    classes: { type: 'array', items: field.classId, uniqueItems: true, maxItems: 20 },
    source: { type: 'string', enum: HOURS_ELSEWHERE_SOURCES },
    /** Name and town of the school, the hospital or the host. */
    place: field.name,
    /** The days, both included, of one school year. */
    from: field.day,
    to: field.day,
    /** For which subject of this school; all of them where it says none. */
    subject: field.subjectId,
    /** Half units of lesson missed there, as bell hours count them. */
    absentHalfUnits: { type: 'integer', minimum: 0, maximum: MOST },
    /** Half units of lesson held there, those that were missed among them; absent where the papers do not tell. */
    heldHalfUnits: { type: 'integer', minimum: 0, maximum: MOST },
    /** Where the document is kept, and nothing of what it says. */
    document: field.shortText,
    /** It was written by mistake, and never held. */
    cancelled: { const: true },
  },
  required: [
    ...envelopeRequired,
    'pupil',
    'classes',
    'source',
    'place',
    'from',
    'to',
    'absentHalfUnits',
    'document',
  ],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Ore fuori dalla scuola. */
export type HoursElsewhere = Infer<typeof hoursElsewhereSchema>;
