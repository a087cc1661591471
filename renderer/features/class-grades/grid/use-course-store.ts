import { useLayoutEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gradeId } from '../../../../domain/kinds/grade/record.ts';
import { useFormat } from '../../../i18n/format.ts';
import type { GridCells } from '../../../ui/grid/model/cells.ts';
import { createGridStore, type GridStore } from '../../../ui/grid/model/grid-store.ts';
import type { CourseGrades } from '../view/course-grades.ts';
import type { PupilGrades } from '../view/course-rows.ts';
import classes from '../class-grades.module.css';
import type { GradeTroubles } from '../cells/cell-signs.ts';
import { edgeCells, FOOT, footCells } from '../cells/edge-cells.ts';
import { gridCell, type DrawnWith } from '../cells/grid-cell.ts';

/** The cells of a course for its grid: only the rows of which something has changed are told anew. */
export function useCourseStore(course: CourseGrades, troubles: GradeTroubles): GridStore {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = course.policies.palette;
  const drawn = useMemo(
    (): DrawnWith => ({ words: { t, format }, palette, look: classes['grade'] ?? '' }),
    [t, format, palette],
  );
  // What the grid begins with is there when it is drawn first.
  const [store] = useState(() => createGridStore(allCells(course, troubles, drawn)));
  useLayoutEffect(() => {
    store.show(allCells(course, troubles, drawn));
  }, [store, course, troubles, drawn]);
  return store;
}

function allCells(
  course: CourseGrades,
  troubles: GradeTroubles,
  drawn: DrawnWith,
): ReadonlyMap<string, GridCells> {
  const rows = course.pupils.map((pupil): [string, GridCells] => [
    pupil.person.id,
    { ...markCells(pupil, course, troubles, drawn), ...edgeCells(pupil, course, drawn) },
  ]);
  return new Map([...rows, [FOOT, footCells(course, drawn)]]);
}

function markCells(
  { cells, person }: PupilGrades,
  { columns }: CourseGrades,
  troubles: GradeTroubles,
  drawn: DrawnWith,
): GridCells {
  return Object.fromEntries(
    columns.flatMap(({ assessment }) => {
      const cell = cells.get(assessment.id);
      if (!cell) return [];
      const trouble = troubles.get(gradeId(assessment.id, person.id));
      return [[assessment.id, gridCell(cell, assessment, trouble, drawn)]];
    }),
  );
}
