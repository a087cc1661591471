import type { ClassId, LocalDate, SubjectId } from '../../base/ids.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { localDate } from '../../base/local-date.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/** How many topics a syllabus has when somebody adds one. */
export const MOST_SYLLABUS_ITEMS = 300;
/**
 * How many topics a syllabus holds: as many devices as fill it up without knowing of each other, all the topics of each are kept, and
 * whoever teaches the course takes out what is too much.
 */
export const MOST_MERGED_SYLLABUS_ITEMS = 4 * MOST_SYLLABUS_ITEMS;
/** How long the name of a topic, or of the unit that it belongs to, may be. */
export const LONGEST_SYLLABUS_TEXT = 200;

/** One topic of a syllabus, as whoever changed it last left it. */
export const syllabusItemSchema = {
  type: 'object',
  properties: {
    id: field.id,
    /** Where it stands in the list. */
    position: { type: 'integer', minimum: 0, maximum: 99_999, multipleOf: 1 },
    /** Unità or modulo that it belongs to. */
    unit: { type: 'string', minLength: 1, maxLength: LONGEST_SYLLABUS_TEXT },
    topic: { type: 'string', minLength: 1, maxLength: LONGEST_SYLLABUS_TEXT },
    /** The day on which it was ticked off by hand; those that the topic of a lesson names are done without it. */
    doneOn: field.day,
    by: field.personId,
    at: field.instant,
  },
  required: ['id', 'position', 'topic', 'by', 'at'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Programma of one course: what is to be done in a subject with a class in the year, topic by topic. */
export const syllabusSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'syllabus' },
    /** The first day of the school year: see {@link syllabusDay}. */
    day: field.day,
    class: field.classId,
    subject: field.subjectId,
    topics: { type: 'array', items: syllabusItemSchema, maxItems: MOST_MERGED_SYLLABUS_ITEMS },
  },
  required: [...envelopeRequired, 'day', 'class', 'subject', 'topics'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Programma of one course. */
export type Syllabus = Infer<typeof syllabusSchema>;
/** One topic of a syllabus. */
export type SyllabusItem = Infer<typeof syllabusItemSchema>;

/** Key of a syllabus: one per class and subject. */
export function syllabusId(schoolClass: ClassId, subject: SubjectId): string {
  return `${schoolClass}.${subject}.syllabus`;
}

/** The day that the syllabus of a school year bears, the same on every device. */
export function syllabusDay(startYear: number): LocalDate {
  return localDate(startYear, 9, 1);
}
