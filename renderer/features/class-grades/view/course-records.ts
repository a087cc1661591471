import { combineLatest, distinctUntilChanged, map, type Observable } from 'rxjs';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import type { EarlierGrade } from '../../../../domain/kinds/earlier-grade/record.ts';
import type { Grade } from '../../../../domain/kinds/grade/record.ts';
import type { Proposal } from '../../../../domain/kinds/proposal/record.ts';
import type { Register } from '../../../data/register.ts';
import { keptVersions } from './same-versions.ts';
import type { CourseOn } from './course-pupils.ts';

/** Which grades are looked at: those of a subject of a class in a period of the year of a day. */
export interface CourseAsked extends CourseOn {
  /** Its place among the periods of the year, from 0. */
  readonly period: number;
}

/** What is recorded of a course. */
export interface CourseRecords {
  readonly assessments: readonly Assessment[];
  readonly grades: readonly Grade[];
  readonly earlier: readonly EarlierGrade[];
  readonly proposals: readonly Proposal[];
}

/** What is recorded of a course in its school year, live; what has not changed is the same object. */
export function courseRecords(
  { records }: Pick<Register, 'records'>,
  { schoolClass, subject }: Pick<CourseAsked, 'schoolClass' | 'subject'>,
): Observable<CourseRecords> {
  const course = { class: schoolClass, subject };
  return combineLatest([
    records.find('assessment', course).pipe(map(keptVersions<Assessment>()), distinctUntilChanged()),
    records.find('grade', course).pipe(map(keptVersions<Grade>()), distinctUntilChanged()),
    records.find('earlierGrade', course).pipe(map(keptVersions<EarlierGrade>()), distinctUntilChanged()),
    records.find('proposal', course).pipe(map(keptVersions<Proposal>()), distinctUntilChanged()),
  ]).pipe(map(([assessments, grades, earlier, proposals]) => ({ assessments, grades, earlier, proposals })));
}
