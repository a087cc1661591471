import { switchMap, type Observable } from 'rxjs';
import type { PersonId } from '../../domain/base/ids.ts';
import { courseChoice } from '../../renderer/features/class-grades/view/course-choice.ts';
import { courseGrades } from '../../renderer/features/class-grades/view/course-grades.ts';
import { classMatrix } from '../../renderer/features/class-matrix/view.ts';
import { courseGrades as courseOfForms } from '../../renderer/features/grade-forms/view.ts';
import { courseProposals } from '../../renderer/features/proposals/view.ts';
import { pupilGrades } from '../../renderer/features/pupil-grades/view.ts';
import type { Register } from '../../renderer/data/register.ts';
import { TODAY, type BenchTeacher } from '../school/bench-school.ts';
import { LARGE_COURSE } from '../school/course-grades.ts';
import { PUPILS } from '../school/pages-school.ts';
import { SUBJECT } from '../school/roster-records.ts';
import type { PagePlace } from './page-views.ts';

/** The class of the large course, and one of its pupils. */
export interface GradePlace extends PagePlace {
  readonly pupil: PersonId;
}

/** What a page of the gradebook asks of the register, and whether what it gives is all that the page waits for. */
interface GradeView {
  readonly open: (register: Register, place: GradePlace) => Observable<unknown>;
  readonly isWhole: (value: unknown) => boolean;
}

function view<T>(
  open: (register: Register, place: GradePlace) => Observable<T>,
  isWhole: (value: T) => boolean,
): GradeView {
  // The cast: it is asked of what `open` gives alone.
  return { open, isWhole: (value) => isWhole(value as T) };
}

/** Columns of the large course in which something stands. */
const FILLED = LARGE_COURSE.columns - LARGE_COURSE.empty;

/** The views of the gradebook, by the names of their figures; all of them of the large course. */
export const GRADE_VIEWS = {
  'class grades': view(
    (register, place) =>
      courseChoice(register, place).pipe(
        switchMap(({ suggested: subject = SUBJECT, current: period }) => {
          const { schoolClass, day } = place;
          return courseGrades(register, { schoolClass, day, subject, period });
        }),
      ),
    (course) =>
      course?.pupils.length === PUPILS &&
      course.columns.length === LARGE_COURSE.columns &&
      course.columns.filter(({ foot }) => foot.given > 0).length === FILLED,
  ),
  'class matrix': view(
    classMatrix,
    (matrix) => matrix?.rows.length === PUPILS && matrix.rows.every(({ cells }) => hasAverage(cells)),
  ),
  'pupil grades': view(
    pupilGrades,
    (pupil) => pupil?.courses.some(({ periods }) => periods.some(({ average }) => average)) === true,
  ),
  proposals: view(
    (register, place) => courseProposals(register, { place }),
    (course) => course?.rows.length === PUPILS && course.rows.every(({ average }) => average),
  ),
  'grade forms': view(
    (register, { schoolClass }) => courseOfForms(register, schoolClass, SUBJECT),
    (course) => course?.assessments.length === LARGE_COURSE.columns && course.grades.length > 0,
  ),
} satisfies Readonly<Record<string, GradeView>>;

/** Name of a view of the gradebook. */
export type GradeViewName = keyof typeof GRADE_VIEWS;

/** Where a teacher's gradebook is opened: today, in the class with the large course. */
export function gradePlace({ classes: [first] }: BenchTeacher): GradePlace {
  const pupil = first?.pupils[0];
  if (!first || pupil === undefined) throw new Error('No class');
  return { day: TODAY, schoolClass: first.id, hour: 1, pupil };
}

function hasAverage(cells: ReadonlyMap<unknown, { readonly average?: unknown }>): boolean {
  return [...cells.values()].some(({ average }) => average !== undefined);
}
