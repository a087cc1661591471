import type { ClassId } from '../../base/ids.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/** The code of a group within its class, as lessons, assignments and the timetable name it: `CHI`. */
export const groupCode = { type: 'string', minLength: 1, maxLength: 20 } as const satisfies JsonSchema;

/** Gruppo of a split class: 3C is taught as 3C-CHI and 3C-INF where its courses part (D204). */
export const groupSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'group' },
    class: field.classId,
    code: groupCode,
    name: field.name,
    /** Indirizzo or corso of its pupils. */
    course: field.shortText,
    /** It was written by mistake: the class has no such group. */
    cancelled: { const: true },
    sourceId: field.shortText,
  },
  required: [...envelopeRequired, 'class', 'code', 'name'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Gruppo of a split class. */
export type Group = Infer<typeof groupSchema>;

/** Key of a group. */
export function groupId(schoolClass: ClassId, code: string): string {
  return `${schoolClass}.${code}`;
}
