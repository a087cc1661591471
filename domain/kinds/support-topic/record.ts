import type { LocalDate, PersonId } from '../../base/ids.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/** Argomento di sostegno: what a support teacher did with one pupil in an hour, apart from the topic of the class (D17). */
export const supportTopicSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'supportTopic' },
    day: field.day,
    hour: field.hour,
    class: field.classId,
    pupil: field.personId,
    teacher: field.personId,
    topic: field.longText,
  },
  required: [...envelopeRequired, 'day', 'hour', 'class', 'pupil', 'teacher', 'topic'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Argomento di sostegno. */
export type SupportTopic = Infer<typeof supportTopicSchema>;

/** Key of what one teacher did with one pupil in an hour. */
export function supportTopicId(day: LocalDate, hour: number, pupil: PersonId, teacher: PersonId): string {
  return `${day}.${hour}.${pupil}.${teacher}.support`;
}
