import { useLayoutEffect, useMemo, useState } from 'react';
import { useFormat } from '../../../i18n/format.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import { createGridStore, type GridStore } from '../../../ui/grid/model/grid-store.ts';
import type { CourseGrades } from '../view/course-grades.ts';
import classes from '../class-grades.module.css';
import type { GradeTroubles } from '../cells/cell-signs.ts';
import type { DrawnWith } from '../cells/grid-cell.ts';
import { createCourseCells } from './course-cells.ts';

/** The cells of a course for its grid: only the rows of which something has changed are made and told anew. */
export function useCourseStore(course: CourseGrades, troubles: GradeTroubles): GridStore {
  const { t } = useScaleTexts();
  const format = useFormat();
  const palette = course.policies.palette;
  const drawn = useMemo(
    (): DrawnWith => ({ words: { t, format }, palette, look: classes['grade'] ?? '' }),
    [t, format, palette],
  );
  const [{ store, cellsOf }] = useState(() => {
    const made = createCourseCells();
    // What the grid begins with is there when it is drawn first.
    return { cellsOf: made, store: createGridStore(made(course, troubles, drawn)) };
  });
  useLayoutEffect(() => {
    store.show(cellsOf(course, troubles, drawn));
  }, [store, cellsOf, course, troubles, drawn]);
  return store;
}
