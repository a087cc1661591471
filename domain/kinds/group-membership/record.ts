import type { ClassId, LocalDate, PersonId } from '../../base/ids.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';
import { groupCode } from '../group/record.ts';

/** In which group of a split class a pupil is, from a day to a day (D204). */
export const groupMembershipSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'groupMembership' },
    pupil: field.personId,
    class: field.classId,
    group: groupCode,
    from: field.day,
    /** Last day in the group; absent while it lasts. */
    to: field.day,
  },
  required: [...envelopeRequired, 'pupil', 'class', 'group', 'from'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** In which group of a split class a pupil is. */
export type GroupMembership = Infer<typeof groupMembershipSchema>;

/** Key of a membership: a pupil may come back to the same group. */
export function groupMembershipId(
  pupil: PersonId,
  schoolClass: ClassId,
  code: string,
  from: LocalDate,
): string {
  return `${pupil}.${schoolClass}.${code}.${from}`;
}
