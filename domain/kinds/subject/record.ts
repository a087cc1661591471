import { toSubjectId, type SubjectId } from '../../base/ids.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { nameSlug, slug } from '../class/record.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/** Religion, its alternative, and study under a teacher in its hour (D94). */
export const SPECIAL_SUBJECTS = ['religion', 'alternative', 'assistedStudy'] as const;

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
    /** What rules know the subject as, whatever the school calls it. */
    special: { type: 'string', enum: SPECIAL_SUBJECTS },
    sourceId: field.shortText,
  },
  required: [...envelopeRequired, 'name', 'shortName'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Materia or disciplina of the school. */
export type Subject = Infer<typeof subjectSchema>;

/** Whether a subject is catholic religion: as the office has said, or else by the name that schools give it. */
export function isReligion(subject: Pick<Subject, 'name' | 'special'> | undefined): boolean {
  if (subject === undefined) return false;
  return (
    subject.special === 'religion' ||
    /^(?:irc|religione|insegnamento-(?:della-)?religione)(?:-|$)/.test(nameSlug(subject.name))
  );
}

/** Whether a subject is civics (educazione civica), which the whole team assesses (D70): by the name that schools give it. */
export function isCivics(subject: Pick<Subject, 'name'> | undefined): boolean {
  return subject !== undefined && /^(?:educazione|ed)-civica(?:-|$)/.test(nameSlug(subject.name));
}

/** Whether a subject is behaviour (comportamento), which is in no overall average (D62): by the name that schools give it. */
export function isBehaviour(subject: Pick<Subject, 'name'> | undefined): boolean {
  return subject !== undefined && /^(?:comportamento|condotta)(?:-|$)/.test(nameSlug(subject.name));
}

/** Key of a subject, from its name. */
export function subjectId(name: string): SubjectId {
  return toSubjectId(slug(name));
}
