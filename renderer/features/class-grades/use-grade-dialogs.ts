import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { askGradeForm, type GradebookDone } from '../../hosts/grade-forms/grade-form.ts';
import type { GridHandle } from '../../ui/grid/desk/grid-props.ts';
import type { CellAt } from '../../ui/grid/model/cells.ts';
import type { CourseGrades } from './view/course-grades.ts';

/** The dialogs of a gradebook, as a course asks for them. */
interface GradeDialogs {
  /** A new assessment, or one that is here. */
  readonly openAssessment: (assessment?: string) => void;
  /** All that one grade says. */
  readonly openGrade: (at: CellAt) => void;
  /** The grades of the class in one assessment, as a form. */
  readonly openFilling: (assessment: string) => void;
}

/** Opens the dialogs of a gradebook for a course; the focus comes back into its grid, and into the column that is new. */
export function useGradeDialogs(
  course: CourseGrades,
  note: (done: GradebookDone) => void,
  grid: RefObject<GridHandle | null>,
): GradeDialogs {
  const { schoolClass, subject } = course.asked;
  const latest = useRef(course);
  useEffect(() => {
    latest.current = course;
  });
  const focusGrid = useCallback(() => grid.current?.focus(), [grid]);
  const openAssessment = useCallback(
    (assessment?: string) =>
      askGradeForm({
        form: 'assessment',
        schoolClass,
        subject,
        ...(assessment === undefined ? {} : { assessment }),
        onDone(done) {
          note(done);
          const [first] = latest.current.pupils;
          // Whoever made it writes in it.
          if (assessment === undefined && first)
            grid.current?.choose({ row: first.person.id, column: done.assessment });
        },
        onClose: focusGrid,
      }),
    [schoolClass, subject, note, grid, focusGrid],
  );
  const openGrade = useCallback(
    ({ row, column }: CellAt) => {
      const pupil = latest.current.pupils.find(({ person }) => person.id === row);
      const isAbsent = pupil?.cells.get(column)?.isAbsent;
      if (!pupil || isAbsent === undefined) return;
      askGradeForm({
        form: 'grade',
        schoolClass,
        subject,
        assessment: column,
        pupil: pupil.person.id,
        isAbsent,
        onDone: note,
        onClose: focusGrid,
      });
    },
    [schoolClass, subject, note, focusGrid],
  );
  const openFilling = useCallback(
    (assessment: string) => {
      const there = latest.current.pupils.filter(({ cells }) => {
        const cell = cells.get(assessment);
        return cell !== undefined && cell.away === undefined;
      });
      const absent = there.filter(({ cells }) => cells.get(assessment)?.isAbsent === true);
      askGradeForm({
        form: 'filling',
        schoolClass,
        subject,
        assessment,
        pupils: there.map(({ person }) => person.id),
        absent: absent.map(({ person }) => person.id),
        onDone: note,
        onClose: focusGrid,
      });
    },
    [schoolClass, subject, note, focusGrid],
  );
  return { openAssessment, openGrade, openFilling };
}
