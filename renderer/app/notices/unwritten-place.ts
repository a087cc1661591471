import { combineLatest, map, type Observable } from 'rxjs';
import { toPersonId } from '../../../domain/base/ids.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import { className } from '../../../domain/kinds/class/record.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import type { Register } from '../../data/register.ts';
import type { UnwrittenMark } from '../../hosts/grade-forms/unwritten.ts';

/** Whose mark was not written, and in which test of which course; what is not known any more is missing. */
export interface UnwrittenPlace {
  readonly pupil: Person | undefined;
  readonly assessment: Assessment | undefined;
  readonly subject: string;
  readonly schoolClass: string;
}

/** Where a mark that was typed was to stand, live. */
export function unwrittenPlace(
  { records }: Pick<Register, 'records'>,
  { grid: { place, subject }, at }: UnwrittenMark,
): Observable<UnwrittenPlace> {
  return combineLatest([
    records.facts$,
    records.find('assessment', { class: place.schoolClass, subject }),
  ]).pipe(
    map(([facts, assessments]) => {
      const known = facts.schoolClass(place.schoolClass);
      return {
        pupil: facts.person(toPersonId(at.row)),
        assessment: assessments.find(({ id }) => id === at.column),
        subject: facts.subject(subject)?.name ?? '',
        schoolClass: known ? className(known) : '',
      };
    }),
  );
}
