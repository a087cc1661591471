import { toSubjectId, type SubjectId } from '../../base/ids.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import {
  RELIGION_HOUR_SUBJECTS,
  SPECIAL_SUBJECTS,
  type SpecialSubject,
} from '../../grades/special-subjects.ts';
import { slug } from '../class/record.ts';
import { specialOfName } from './special-of-name.ts';
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
    /** What rules know the subject as, whatever the school calls it: the office’s word, or an import’s where it has said nothing. Absent: what its name says. */
    special: { type: 'string', enum: SPECIAL_SUBJECTS },
    sourceId: field.shortText,
  },
  required: [...envelopeRequired, 'name', 'shortName'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Materia or disciplina of the school. */
export type Subject = Infer<typeof subjectSchema>;

/** A subject, as far as rules know it. */
type Known = Pick<Subject, 'name' | 'special'> | undefined;

/**
 * What rules know a subject as: what the office or an import has said of it. Of one of which nobody has said anything it is what its name says, as it was before
 * that could be said: who takes part in religion stays untold meanwhile (D27).
 */
export function specialOf(subject: Known): SpecialSubject {
  return subject?.special ?? specialOfName(subject?.name ?? '') ?? 'ordinary';
}

/** Which part of the hour of religion a subject is taught in; undefined of any other. */
export function religionHourPart(subject: Known): (typeof RELIGION_HOUR_SUBJECTS)[number] | undefined {
  const special = specialOf(subject);
  return RELIGION_HOUR_SUBJECTS.find((part) => part === special);
}

/** Whether a subject is catholic religion. */
export function isReligion(subject: Known): boolean {
  return specialOf(subject) === 'religion';
}

/** Whether a subject is civics (educazione civica): all to whom it is given in a class assess in it, and each proposes (D31, D70). */
export function isCivics(subject: Known): boolean {
  return specialOf(subject) === 'civics';
}

/** Whether a subject is behaviour (comportamento), which is in no overall average (D62). */
export function isBehaviour(subject: Known): boolean {
  return specialOf(subject) === 'behaviour';
}

/** Key of a subject, from its name. */
export function subjectId(name: string): SubjectId {
  return toSubjectId(slug(name));
}
