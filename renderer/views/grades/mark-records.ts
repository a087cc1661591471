import { combineLatest, distinctUntilChanged, map, of, shareReplay, switchMap, type Observable } from 'rxjs';
import { equalJson } from '../../../domain/base/canonical-json.ts';
import { groupBy } from '../../../domain/base/group-by.ts';
import type { ClassId, LocalDate, PersonId, SubjectId } from '../../../domain/base/ids.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import type { EarlierGrade } from '../../../domain/kinds/earlier-grade/record.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import { gradeId } from '../../../domain/record/grade-key.ts';
import type { Register } from '../../data/register.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import { keptVersions } from './same-versions.ts';

/** What is recorded of the marks of a class, or of one of its subjects. */
export interface MarkRecords {
  readonly assessments: readonly Assessment[];
  readonly grades: readonly Grade[];
  readonly earlier: readonly EarlierGrade[];
}

/** The marks of which class are asked for; of which of its subjects and pupils alone, where not of all. */
export interface MarksOf {
  readonly schoolClass: ClassId;
  readonly subject?: SubjectId | undefined;
  readonly pupil?: PersonId | undefined;
}

/**
 * What is recorded of the marks of a class in its school year, live; what has not changed is the same object. Where one pupil is asked for, nothing is told
 * anew when another gets a mark.
 */
export function markRecords(
  { records }: Pick<Register, 'records'>,
  { schoolClass, subject, pupil }: MarksOf,
): Observable<MarkRecords> {
  const asked = { class: schoolClass, ...(subject === undefined ? {} : { subject }) };
  const isOf = (one: { readonly pupil: PersonId }) => pupil === undefined || one.pupil === pupil;
  const assessments$ = kept(records.find('assessment', asked)).pipe(
    shareReplay({ bufferSize: 1, refCount: true }),
  );
  return combineLatest([
    assessments$,
    kept(pupil === undefined ? records.find('grade', asked) : gradesOf(records, pupil, assessments$)),
    // Few of any class: whose they are is asked of each.
    kept(records.find('earlierGrade', asked).pipe(map((grades) => grades.filter(isOf)))),
  ]).pipe(map(([assessments, grades, earlier]) => ({ assessments, grades, earlier })));
}

/** The grades of one pupil in these columns, by their keys: those of the rest of the class are not read. */
function gradesOf(
  records: Register['records'],
  pupil: PersonId,
  columns$: Observable<readonly Assessment[]>,
): Observable<readonly Grade[]> {
  return columns$.pipe(
    map((columns) => columns.map(({ id }) => gradeId(id, pupil))),
    distinctUntilChanged((a, b) => equalJson(a, b)),
    switchMap((id) => (id.length === 0 ? of([]) : records.find('grade', { id }))),
  );
}

function kept<R extends Assessment | Grade | EarlierGrade>(
  found: Observable<readonly R[]>,
): Observable<readonly R[]> {
  return found.pipe(map(keptVersions<R>()), distinctUntilChanged());
}

/**
 * The grades that pupils have brought into a class, each where it belongs (D81). Of somebody who left it and came back there are copies on both sides:
 * what was given in the class itself stands in its own column, and what was given elsewhere once a pupil had left stands there alone.
 */
export function broughtInto(
  facts: Pick<SchoolFacts, 'enrolmentsOf'>,
  schoolClass: ClassId,
  earlier: readonly EarlierGrade[],
): readonly EarlierGrade[] {
  if (earlier.length === 0) return earlier;
  const stays = groupBy(facts.enrolmentsOf(schoolClass), ({ pupil }) => pupil);
  const hasLeftBy = (pupil: PersonId, day: LocalDate) =>
    stays.get(pupil)?.every(({ to }) => to !== undefined && to < day) === true;
  return earlier.filter(({ ofClass, pupil, day }) => ofClass !== schoolClass && !hasLeftBy(pupil, day));
}
