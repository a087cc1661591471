import type { Instant } from '../../../domain/base/ids.ts';
import type { PeriodMarks } from '../../views/grades/course-marks.ts';
import type { PupilCourse } from './view.ts';

/** For whom paper is: a talk with the family, or the teachers (D61). */
export const SHEET_READERS = ['family', 'teachers'] as const;
/** One of them. */
export type SheetReader = (typeof SHEET_READERS)[number];

/** Whether a text names one of them. */
export function isSheetReader(value: unknown): value is SheetReader {
  return SHEET_READERS.some((reader) => reader === value);
}

/** What of a subject goes on their paper: the family’s has what it may see, and nothing that is reckoned from more (D61). */
export function periodsOnPaper(
  course: PupilCourse,
  reader: SheetReader,
  now: Instant,
): readonly PeriodMarks[] {
  return reader === 'family' ? course.seenAt(now) : course.periods;
}
