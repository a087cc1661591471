import { distinctUntilChanged, map, type Observable } from 'rxjs';
import type { RefusalReason } from '../../../../domain/access/refusal.ts';
import { equalJson } from '../../../../domain/base/canonical-json.ts';
import type { GradeValue } from '../../../../domain/kinds/grade/record.ts';
import type { Register } from '../../../data/register.ts';
import type { CourseAsked } from './course-asked.ts';

/** What of a course its reader has not settled: values that met another one’s, and entries that the school did not take. */
export interface Unsettled {
  /** The keys of the grades. */
  readonly conflicts: readonly string[];
  readonly refused: readonly {
    readonly grade: string;
    readonly value: GradeValue;
    readonly reason: RefusalReason;
  }[];
}

/** What of a course is not settled, live; told anew only when it is something else, though the state of synchronisation changes with each entry. */
export function unsettledGrades(
  { status }: Pick<Register, 'status'>,
  { schoolClass, subject }: Pick<CourseAsked, 'schoolClass' | 'subject'>,
): Observable<Unsettled> {
  return status.sync$.pipe(
    map(({ conflicts, refused }) => ({
      conflicts: conflicts
        .filter(({ recordKind, class: of }) => recordKind === 'grade' && of === schoolClass)
        .map(({ record }) => record),
      refused: refused.flatMap(({ record, refusal }) =>
        refusal && record.kind === 'grade' && record.class === schoolClass && record.subject === subject
          ? [{ grade: record.id, value: record.value, reason: refusal.reason }]
          : [],
      ),
    })),
    distinctUntilChanged((a, b) => equalJson(a, b)),
  );
}
