import type { ClassId, LocalDate, PersonId } from '../../base/ids.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/** Argomento previsto: what one teacher means to do in an hour of a class; it becomes the topic when the hour is signed (D122). */
export const plannedLessonSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'plannedLesson' },
    day: field.day,
    hour: field.hour,
    class: field.classId,
    /** Whose plan it is. */
    teacher: field.personId,
    subject: field.subjectId,
    topic: field.longText,
    activity: field.longText,
  },
  required: [...envelopeRequired, 'day', 'hour', 'class', 'teacher', 'topic', 'activity'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Argomento previsto. */
export type PlannedLesson = Infer<typeof plannedLessonSchema>;

/** Key of a plan: each teacher has one for an hour of a class. */
export function plannedLessonId(
  day: LocalDate,
  hour: number,
  schoolClass: ClassId,
  teacher: PersonId,
): string {
  return `${day}.${hour}.${schoolClass}.${teacher}.plan`;
}
