import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import { byKind } from '../../../domain/kinds/by-kind.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import { gradeId } from '../../../domain/record/grade-key.ts';
import { proposalDay, proposalId, type Proposal } from '../../../domain/kinds/proposal/record.ts';
import type { RecordKind, RecordOfKind } from '../../../domain/kinds/registry.ts';
import type { SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import type { GradingPolicies } from '../../../domain/kinds/school/grading-policies.ts';
import { subjectId } from '../../../domain/kinds/subject/record.ts';
import { at } from '../test-records.ts';
import { CLASS_A, nextEntry, SCHOOL, schoolRecords, TODAY } from '../test-school.ts';
import type { TestServer } from '../test-server.ts';

const MATHS = subjectId('Matematica');
let columns = 0;

/** A written test of mathematics in 1A, today. */
export function assessment(teacher: PersonId, changes: Partial<Assessment> = {}): Assessment {
  columns += 1;
  return {
    id: `01940000-0000-7000-8000-${String(columns).padStart(12, '0')}`,
    school: SCHOOL,
    author: teacher,
    entry: nextEntry(),
    recordedAt: at('08:30'),
    kind: 'assessment',
    day: TODAY,
    class: CLASS_A,
    subject: MATHS,
    teacher,
    type: 'written',
    serial: 0,
    scale: 'tenths',
    topic: 'Le frazioni',
    comment: '',
    weight: 100,
    counts: true,
    visible: true,
    ...changes,
  };
}

/** What a pupil got in an assessment. */
export function grade(
  author: PersonId,
  column: Assessment,
  pupil: PersonId,
  value: Grade['value'],
  changes: Partial<Grade> = {},
): Grade {
  const { id, day, class: schoolClass, subject, scale } = column;
  return {
    id: gradeId(id, pupil),
    school: SCHOOL,
    author,
    entry: nextEntry(),
    recordedAt: at('08:40'),
    kind: 'grade',
    day,
    class: schoolClass,
    subject,
    scale,
    assessment: id,
    pupil,
    value,
    ...changes,
  };
}

/** What a teacher proposes for a pupil of 1A in mathematics, in the first period. */
export function proposal(teacher: PersonId, pupil: PersonId, changes: Partial<Proposal> = {}): Proposal {
  const named = { class: CLASS_A, subject: MATHS, period: 0, pupil, teacher, ...changes };
  return {
    school: SCHOOL,
    author: named.teacher,
    entry: nextEntry(),
    recordedAt: at('08:30'),
    ...named,
    id: proposalId(named),
    kind: 'proposal',
    day: proposalDay(2026),
    scale: 'tenths',
    proposed: { grade: 7, origin: 'own' },
    ...changes,
  };
}

/** A value with the entry that gives its reason, where it has one. */
export function because(value: Grade['value']): Grade['value'] {
  return value.reason === undefined ? value : { ...value, reasonEntry: nextEntry() };
}

/** A day of the first weeks. */
export const OCTOBER = '2026-10-12' as LocalDate;

/** The school's own records of a kind. */
export function recordsOf<K extends RecordKind>(kind: K): readonly RecordOfKind<K>[] {
  return byKind(schoolRecords())(kind);
}

/** Writes the school year with something else in it. */
export async function writeYear(
  { roster }: Pick<TestServer, 'roster'>,
  changes: Partial<SchoolYear>,
): Promise<void> {
  await roster.write(
    SCHOOL,
    recordsOf('schoolYear').map((year) => ({ ...year, ...changes })),
  );
}

/** Writes how the school assesses. */
export async function writePolicies(
  { roster }: Pick<TestServer, 'roster'>,
  grading: GradingPolicies,
): Promise<void> {
  await roster.write(
    SCHOOL,
    recordsOf('school').map((school) => ({ ...school, policies: { ...school.policies, grading } })),
  );
}
