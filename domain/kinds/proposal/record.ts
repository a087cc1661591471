import { checksum } from '../../record/checksum.ts';
import type { ClassId, LocalDate, PersonId, SubjectId } from '../../base/ids.ts';
import { localDate } from '../../base/local-date.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { TENTHS } from '../../grades/notation.ts';
import { GRADE_SCALES, JUDGEMENT_CODES } from '../../grades/scales.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/** Where a proposal comes from: the average, which its teacher has confirmed, or the teacher alone (D73). */
export const PROPOSAL_ORIGINS = ['average', 'own'] as const;

/**
 * What is proposed, one of number, judgement and "not classified", with where it comes from and the average that its author saw, in points (D73): exact, or where no
 * such whole numbers hold it, one that is rounded and compared alike. It is their word: who reads it reckons that of now from the marks.
 */
export const proposedSchema = {
  type: 'object',
  properties: {
    /** A whole number of points (D74). */
    grade: { type: 'integer', minimum: TENTHS.lowest, maximum: TENTHS.highest, multipleOf: 1 },
    level: { type: 'string', enum: JUDGEMENT_CODES },
    notClassified: { const: true },
    origin: { type: 'string', enum: PROPOSAL_ORIGINS },
    average: {
      type: 'object',
      properties: {
        numerator: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
        denominator: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
      },
      required: ['numerator', 'denominator'],
      additionalProperties: false,
    },
  },
  required: [],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Key of a proposal: its five names make it longer than other keys. */
const LONGEST_KEY = 200;

/**
 * Proposta di voto: what one teacher proposes for a pupil in a period. Each teacher of a subject has their own: of civics the council sees the mean of them
 * (D70), of other subjects it asks for one (D75).
 */
export const proposalSchema = {
  type: 'object',
  properties: {
    ...envelope,
    id: { ...field.id, maxLength: LONGEST_KEY },
    kind: { const: 'proposal' },
    /** The first day of the school year. */
    day: field.day,
    class: field.classId,
    subject: field.subjectId,
    scale: { type: 'string', enum: GRADE_SCALES },
    /** The place of the period among those of the year, from 0. */
    period: { type: 'integer', minimum: 0, maximum: 3, multipleOf: 1 },
    pupil: field.personId,
    teacher: field.personId,
    /** Of whoever came from another class in the midst of the year: the one in which it was proposed, in a period that was over then. The server's word (D60, D81). */
    ofClass: field.classId,
    /** Empty: nothing is proposed any more. */
    proposed: proposedSchema,
  },
  required: [
    ...envelopeRequired,
    'day',
    'class',
    'subject',
    'scale',
    'period',
    'pupil',
    'teacher',
    'proposed',
  ],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Proposta di voto. */
export type Proposal = Infer<typeof proposalSchema>;
/** What is proposed. */
export type Proposed = Infer<typeof proposedSchema>;

/** What names a proposal. */
export interface ProposalOf {
  readonly class: ClassId;
  readonly subject: SubjectId;
  readonly period: number;
  readonly pupil: PersonId;
  readonly teacher: PersonId;
}

/** Key of a proposal: one of each teacher of the subject for a pupil and period. */
export function proposalId({ class: schoolClass, subject, period, pupil, teacher }: ProposalOf): string {
  return `${schoolClass}.${subject}.${period}.${pupil}.${teacher}.proposal`;
}

/** Key of what was proposed in a class before, as it stands in the class that the pupil has entered since: one teacher may have proposed in several of those. */
export function earlierProposalId({ ofClass, ...of }: ProposalOf & { readonly ofClass: ClassId }): string {
  return proposalId(of).replace(/proposal$/, `${checksum(ofClass)}.earlier`);
}

/** The day under which the proposals of a school year stand: its first one. */
export function proposalDay(startYear: number): LocalDate {
  return localDate(startYear, 9, 1);
}
