import { groupBy } from '../../../domain/base/group-by.ts';
import type { Instant, PersonId, SubjectId } from '../../../domain/base/ids.ts';
import {
  periodsForFamily,
  periodsOfPupil,
  type CourseRules,
  type PeriodMarks,
  type WrittenMarks,
} from './course-marks.ts';
import { keptFacts, keptParts, type KeptParts } from './kept-parts.ts';
import type { MarkRecords } from './mark-records.ts';

/**
 * The marks of a pupil in a subject by the year’s periods, and what they come to.
 *
 * @param seenAt as the family sees them at this moment (D61); absent: all of them
 */
type MarksOfPupil = (
  pupil: PersonId,
  subject: SubjectId,
  rules: CourseRules,
  seenAt?: Instant,
) => readonly PeriodMarks[];

/**
 * Makes the marks of pupils of what is recorded: of each pupil and subject once, and anew only where one of its records, or a rule, is another one. All pages
 * that show marks take them from here, so that they say the same.
 */
export function createMarksOfPupils(): (recorded: MarkRecords) => MarksOfPupil {
  const pairOf = keptFacts<GradeWritten>();
  const periodsOf = keptParts((parts: WrittenMarks & CourseRules) => periodsOfPupil(parts, parts));
  return (recorded) => {
    const written = writtenIn(recorded, pairOf);
    return (pupil, subject, rules, seenAt) => {
      const cell = cellOf({ pupil, subject });
      const of = written(cell);
      if (seenAt !== undefined) return periodsForFamily(of, rules, seenAt);
      return periodsOf(cell, { ...of, ...rules });
    };
  };
}

type GradeWritten = WrittenMarks['grades'][number];

const NOTHING: WrittenMarks = { grades: [], earlier: [] };

/** What was written of each pupil in each subject. A grade whose assessment has not come yet says nothing by itself. */
function writtenIn(
  { assessments, grades, earlier }: MarkRecords,
  pairOf: KeptParts<GradeWritten, GradeWritten>,
): (cell: string) => WrittenMarks {
  const byId = new Map(assessments.map((assessment) => [assessment.id, assessment]));
  const paired = grades.flatMap((grade) => {
    const assessment = byId.get(grade.assessment);
    return assessment ? [pairOf(grade.id, { assessment, grade })] : [];
  });
  const byCell = groupBy(paired, ({ grade }) => cellOf(grade));
  const earlierByCell = groupBy(earlier, cellOf);
  return (cell) => {
    const [own, before] = [byCell.get(cell), earlierByCell.get(cell)];
    return own || before ? { grades: own ?? [], earlier: before ?? [] } : NOTHING;
  };
}

function cellOf(one: { readonly pupil: PersonId; readonly subject: SubjectId }): string {
  return `${one.subject}.${one.pupil}`;
}
