import { toSubjectId, type SubjectId } from '../../base/ids.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { slug } from '../class/record.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/** Materia or disciplina of the school. */
export const subjectSchema = {
  type: 'object',
  properties: {
    ...envelope,
    id: field.subjectId,
    kind: { const: 'subject' },
    name: field.name,
    /** Abbreviation for narrow places, for example `MAT`. */
    shortName: { type: 'string', maxLength: 12 },
    sourceId: field.shortText,
  },
  required: [...envelopeRequired, 'name', 'shortName'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Materia or disciplina of the school. */
export type Subject = Infer<typeof subjectSchema>;

/** Key of a subject, from its name. */
export function subjectId(name: string): SubjectId {
  return toSubjectId(slug(name));
}
