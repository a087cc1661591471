import type { JsonSchema } from '../../../base/schema.ts';
import { SPECIAL_SUBJECTS } from '../../../grades/special-subjects.ts';
import { field } from '../../../record/fields.ts';

/** `POST /api/office/subjects`. */
export const saySubjectSchema = {
  type: 'object',
  properties: {
    subject: field.subjectId,
    /** The version of the subject that was on the screen: nobody decides on one that has changed since. */
    seen: field.entryId,
    special: { type: 'string', enum: SPECIAL_SUBJECTS },
  },
  required: ['subject', 'seen', 'special'],
  additionalProperties: false,
} as const satisfies JsonSchema;
