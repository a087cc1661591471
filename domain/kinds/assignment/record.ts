import type { ClassId, PersonId, SubjectId } from '../../base/ids.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';
import { groupCode } from '../group/record.ts';

/** Kinds of teaching assignment: ordinary, laboratory assistant (ITP), reinforcement (potenziamento), support, alternative to religion. */
export const ASSIGNMENT_TYPES = ['ordinary', 'lab', 'reinforcement', 'support', 'alternative'] as const;

/** Cattedra: who teaches which subject to which class, from when to when; a supply names the replaced teacher (D18). */
export const assignmentSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'assignment' },
    teacher: field.personId,
    class: field.classId,
    subject: field.subjectId,
    type: { type: 'string', enum: ASSIGNMENT_TYPES },
    from: field.day,
    /** Last day; absent while it lasts. */
    to: field.day,
    /** The pupil a support teacher is assigned to. */
    pupil: field.personId,
    /** The teacher a supply (supplente) stands in for. */
    replaces: field.personId,
    /** The group of a split class that is taught; absent for the whole class (D204). */
    group: groupCode,
    /** Coordinates the class council: of before there were appointments, which win where a class has one. */
    coordinator: { type: 'boolean' },
    sourceId: field.shortText,
  },
  required: [...envelopeRequired, 'teacher', 'class', 'subject', 'type', 'from'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Cattedra. */
export type Assignment = Infer<typeof assignmentSchema>;

/** Key of an assignment: one per teacher, class and subject (and pupil, for support) in the year. */
export function assignmentId(
  teacher: PersonId,
  schoolClass: ClassId,
  subject: SubjectId,
  pupil?: PersonId,
): string {
  return [teacher, schoolClass, subject, ...(pupil ? [pupil] : [])].join('.');
}
