import { courseBucket, type Bucket } from '../../../domain/access/bucket.ts';
import type { PersonId } from '../../../domain/base/ids.ts';
import { isAssessment } from '../../../domain/kinds/assessment/record.ts';
import { startYearOfClass } from '../../../domain/kinds/class/record.ts';
import type { RecordKind } from '../../../domain/kinds/registry.ts';
import type { Assessed } from '../../../domain/record/assessed-kind.ts';
import type { GradesOfCourse } from '../../../domain/school/grading/recovery.ts';
import type { FactsBatch } from '../../register/batch/batch.ts';
import type { SchoolSnapshot } from '../../school/school-snapshots.ts';

/** The courses in which some pupils may have got grades of a subject in a school year: of a class, and of all those in which one of them is or was (D81). */
export function coursesOfPupils(
  { enrolmentsOf }: Pick<SchoolSnapshot, 'enrolmentsOf'>,
  { class: schoolClass, subject }: Pick<Assessed, 'class' | 'subject'>,
  pupils: readonly PersonId[],
): readonly Bucket[] {
  const startYear = startYearOfClass(schoolClass);
  const own = pupils.flatMap((pupil) => enrolmentsOf.get(pupil) ?? []).map((one) => one.class);
  const classes = new Set([schoolClass, ...own.filter((id) => startYearOfClass(id) === startYear)]);
  return [...classes].map((id) => courseBucket(id, subject));
}

/** What stands in courses that were read in a batch, as it counts in one class; undefined where one of them was not. */
export function gradesOfCourses(
  { readIn }: Pick<FactsBatch, 'readIn'>,
  courses: readonly Bucket[],
  { class: schoolClass }: Pick<Assessed, 'class'>,
): GradesOfCourse | undefined {
  const all = (kind: RecordKind) => courses.map((course) => readIn(kind, course));
  const read = [...all('assessment'), ...all('grade'), ...all('earlierGrade')];
  if (read.includes(undefined)) return undefined;
  const known = read.flatMap((records) => records ?? []);
  return {
    assessments: known.filter(isAssessment),
    grades: known.filter((one) => one.kind === 'grade'),
    // Whether one counts is said anew in each class.
    earlier: known.filter((one) => one.kind === 'earlierGrade').filter((one) => one.class === schoolClass),
  };
}
