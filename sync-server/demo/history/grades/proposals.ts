import type { LocalDate } from '../../../../domain/base/ids.ts';
import { groupBy } from '../../../../domain/base/group-by.ts';
import { averageOfGrades } from '../../../../domain/grades/averages.ts';
import { countedGrades } from '../../../../domain/grades/counted-grades.ts';
import { byDay } from '../../../../domain/grades/serials.ts';
import { toGradeEntry } from '../../../../domain/kinds/grade/as-entry.ts';
import type { Grade } from '../../../../domain/kinds/grade/record.ts';
import { prefillFor, toProposed } from '../../../../domain/kinds/proposal/from-average.ts';
import {
  proposalDay,
  proposalId,
  type Proposal,
  type Proposed,
} from '../../../../domain/kinds/proposal/record.ts';
import { DEFAULT_GRADING } from '../../../../domain/kinds/school/grading-policies.ts';
import type { Subject } from '../../../../domain/kinds/subject/record.ts';
import type { Random } from '../../random.ts';
import { instantAt } from '../../school-clock.ts';
import type { Stamp } from '../../stamp.ts';
import type { AssessedCourse } from './gradebook.ts';

const AFTERNOON = 930;
const OWN_SHARE = 0.12;

/** What the teachers of a period that is over have proposed: most of them what the average says (D73). */
export function inventProposals(
  { course, columns, grades }: AssessedCourse,
  period: { readonly index: number; readonly to: LocalDate; readonly startYear: number },
  subject: Subject,
  stamp: Stamp,
  random: Random,
): readonly Proposal[] {
  const teacher = course.lessons.at(-1)?.teacher;
  if (teacher === undefined) return [];
  const inOrder = new Map(columns.toSorted(byDay).map((column, at) => [column.id, { column, at }]));
  return [...groupBy(grades, ({ pupil }) => pupil)].flatMap(([pupil, own]) => {
    const proposed = proposedOf(own, inOrder, { scale: course.scale, subject }, random);
    if (!proposed) return [];
    const of = {
      class: course.schoolClass.id,
      subject: course.subject,
      period: period.index,
      pupil,
      teacher,
    };
    const at = instantAt(period.to, AFTERNOON + random.integer(0, 59), random.integer(0, 59));
    return [
      {
        ...stamp.envelope(teacher, at),
        ...of,
        id: proposalId(of),
        kind: 'proposal',
        day: proposalDay(period.startYear),
        scale: course.scale,
        proposed,
      },
    ];
  });
}

function proposedOf(
  own: readonly Grade[],
  columns: ReadonlyMap<string, { readonly column: AssessedCourse['columns'][number]; readonly at: number }>,
  course: Parameters<typeof prefillFor>[0],
  random: Random,
): Proposed | undefined {
  const known = own
    .flatMap((grade) => {
      const found = columns.get(grade.assessment);
      return found ? [{ grade, ...found }] : [];
    })
    .toSorted((a, b) => a.at - b.at);
  const level = known.findLast(({ grade }) => grade.value.level !== undefined)?.grade.value.level;
  if (level !== undefined) return { level, origin: 'own' };
  const average = averageOfGrades(
    countedGrades(known.map(({ column, grade }) => toGradeEntry(column, grade, undefined))).counted,
  );
  if (!average) return undefined;
  const prefill = prefillFor(course, average, DEFAULT_GRADING.proposalRounding);
  const { grade } = prefill;
  const isOwn = random.chance(OWN_SHARE) && grade !== undefined;
  return toProposed(isOwn ? { grade: Math.min(10, grade + 1) } : prefill, { average, prefill });
}
