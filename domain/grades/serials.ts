import type { LocalDate } from '../base/ids.ts';
import type { AssessmentType } from './assessment-types.ts';

/** A column of grades of one course, as far as its place among others asks for it. */
export interface Column {
  readonly id: string;
  readonly day: LocalDate;
  readonly type: AssessmentType;
  /** Which of its type and day it is, from 0 (D47). */
  readonly serial: number;
}

/**
 * The serial of a new column: the next of its type and day, whoever of the course’s teachers has made the others (D47). Two that were made at once
 * without a network bear the same, and stand beside each other all the same.
 */
export function nextSerial(columns: readonly Column[], { day, type }: Pick<Column, 'day' | 'type'>): number {
  const alike = columns.filter((each) => each.day === day && each.type === type);
  return Math.max(-1, ...alike.map(({ serial }) => serial)) + 1;
}

/** The order of columns: by day, then as they were made; the same on every device. */
export function byDay(a: Column, b: Column): number {
  return (
    a.day.localeCompare(b.day) ||
    a.serial - b.serial ||
    a.type.localeCompare(b.type) ||
    a.id.localeCompare(b.id)
  );
}
