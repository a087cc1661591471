import type { SubjectId } from '../../../../domain/base/ids.ts';
import type { ClassOn } from '../../../views/grades/courses-of-class.ts';

/** One subject of a class, as it is looked at on a day. */
export interface CourseOn extends ClassOn {
  readonly subject: SubjectId;
}

/** Which grades are looked at: those of a subject of a class in a period of the year of a day. */
export interface CourseAsked extends CourseOn {
  /** Its place among the periods of the year, from 0. */
  readonly period: number;
}
