import type { Actor } from '../access/actor.ts';
import { toPersonId, type ClassId } from '../base/ids.ts';
import { earlierGradeId, gradeId } from '../record/grade-key.ts';
import { proposalId } from '../kinds/proposal/record.ts';
import { kinds, type RegisterRecord } from '../kinds/registry.ts';

/** A record of a gradebook, and what each actor tries to write on it. */
interface GradebookRow {
  readonly record: RegisterRecord;
  readonly isNew: boolean;
  readonly written: (actor: Actor) => RegisterRecord;
}

const [assessment] = kinds.assessment.samples;
const [grade] = kinds.grade.samples;
const [proposal] = kinds.proposal.samples;
const [earlier] = kinds.earlierGrade.samples;
const [{ id: subject }] = kinds.subject.samples;

/** Each makes a column of their own. */
export function assessmentOf(inClass: ClassId): GradebookRow {
  const record = { ...assessment, class: inClass, subject };
  return { record, isNew: true, written: ({ person: teacher }) => ({ ...record, teacher }) };
}

/** Whoever has the subject gives a grade. */
export function gradeOf(inClass: ClassId, pupil = toPersonId('p')): GradebookRow {
  const record = { ...grade, id: gradeId(assessment.id, pupil), class: inClass, subject, pupil };
  return { record, isNew: true, written: () => record };
}

/** What is assessed in the hour of religion. */
export const religionGrade: GradebookRow = {
  record: {
    ...gradeOf(assessment.class).record,
    subject: 'irc',
    scale: 'religion',
    value: { level: 'good' },
  } as RegisterRecord,
  isNew: true,
  written: () => religionGrade.record,
};

/** Each proposes for themselves. */
export const proposalOf: GradebookRow = {
  record: { ...proposal, subject, pupil: toPersonId('p') },
  isNew: true,
  written: ({ person: teacher }) => {
    const of = { ...proposal, subject, pupil: toPersonId('p'), teacher };
    return { ...of, id: proposalId(of) };
  },
};

const earlierOfP = {
  ...earlier,
  id: earlierGradeId(gradeId(assessment.id, toPersonId('p')), earlier.class),
  subject,
  pupil: toPersonId('p'),
};

/** Whoever has the pupil now says whether a grade of before counts. */
export const earlierGradeOf: GradebookRow = {
  record: earlierOfP,
  isNew: false,
  written: () => ({ ...earlierOfP, leftOut: true }),
};
