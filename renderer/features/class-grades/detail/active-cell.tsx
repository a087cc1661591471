import { useStore, type StoreApi } from 'zustand';
import type { CellAt } from '../../../ui/grid/model/cells.ts';
import { useCellActions } from '../use-course-actions.ts';
import type { CourseGrades } from '../view/course-grades.ts';
import { CellDetail, type CellDetailProps } from './cell-detail.tsx';

/** Where the focus is in the grid of a course; undefined before it was anywhere. */
export interface ActivePlace {
  readonly at: CellAt | undefined;
}

interface ActiveCellProps extends Pick<CellDetailProps, 'course' | 'nameOf' | 'troubles'> {
  readonly place: StoreApi<ActivePlace>;
  readonly onOpen: (at: CellAt) => void;
  readonly onFill: (assessment: string) => void;
}

/** What is told of the cell that has the focus, and what can be done with it. */
export function ActiveCell({ course, place, onOpen, onFill, ...told }: ActiveCellProps) {
  const active = useStore(place, ({ at }) => at);
  const chosen = course.columns.find(({ assessment }) => assessment.id === active?.column);
  const open = active && hasDetails(course, active) ? () => onOpen(active) : undefined;
  const isOpen = course.lock === undefined;
  const fill = isOpen && chosen?.isMine === true ? () => onFill(chosen.assessment.id) : undefined;
  useCellActions({ open, fill });
  return <CellDetail {...told} course={course} active={active} onOpen={open} onFill={fill} />;
}

/** Of whoever is not assessed in a column there is nothing to tell, but for what stands there all the same. */
function hasDetails({ pupils }: CourseGrades, { row, column }: CellAt): boolean {
  const cell = pupils.find(({ person }) => person.id === row)?.cells.get(column);
  return cell !== undefined && (cell.away === undefined || cell.grade !== undefined);
}
