import type { ClassId } from '../../base/ids.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/** A pupil as whoever stands in needs to call them, and nothing more (D39, D209). */
const listedPupilSchema = {
  type: 'object',
  properties: {
    id: field.personId,
    surname: field.name,
    givenName: field.name,
    /** Only where another pupil of the class has the same name. */
    birthDate: field.day,
    /** First and last day in the class, where they are not those of the lessons. */
    from: field.day,
    to: field.day,
  },
  required: ['id', 'surname', 'givenName'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/**
 * The names of one class, which every teacher's device holds: enough to sign an hour of it and to call its roll without a network. Written
 * by the server from enrolments and people; whatever else is known of the pupils stays with those who have the class.
 */
export const nameListSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'nameList' },
    class: field.classId,
    /** By name. A pupil who has come back stands in it twice. */
    pupils: { type: 'array', items: listedPupilSchema, maxItems: 400 },
  },
  required: [...envelopeRequired, 'class', 'pupils'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** The names of one class. */
export type NameList = Infer<typeof nameListSchema>;
/** A pupil in a list of names. */
export type ListedPupil = Infer<typeof listedPupilSchema>;

/** Key of the list of a class. */
export function nameListId(schoolClass: ClassId): string {
  return `names.${schoolClass}`;
}
