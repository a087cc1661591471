import { distinctUntilChanged, map, type Observable } from 'rxjs';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusalReason } from '../../../../domain/access/refusal.ts';
import { equalJson } from '../../../../domain/base/canonical-json.ts';
import type { ConflictNotice } from '../../../../domain/kinds/conflict-notice/record.ts';
import type { GradeValue } from '../../../../domain/kinds/grade/record.ts';
import type { Register } from '../../../data/register.ts';
import { useViewValue } from '../../../ui/use-view.ts';
import type { CourseAsked } from '../../../views/grades/course/course-records.ts';
import type { GradeTroubles } from '../grid/use-course-store.ts';

/** What of a course its reader has not settled: values that met another one’s, and entries that the school did not take. */
interface Unsettled {
  readonly conflicts: readonly ConflictNotice[];
  readonly refused: readonly {
    readonly grade: string;
    readonly value: GradeValue;
    readonly reason: RefusalReason;
  }[];
}

const NONE: GradeTroubles = new Map();

/** The cells of a course with a conflict that its reader has not looked at, or an entry that was refused; by the keys of the grades. */
export function useGradeTroubles(register: Register, { schoolClass, subject }: CourseAsked): GradeTroubles {
  const { t } = useTranslation();
  const course = useMemo(() => ({ schoolClass, subject }), [schoolClass, subject]);
  const found = useViewValue(unsettled, register, course);
  return useMemo(() => {
    if (!found || (found.conflicts.length === 0 && found.refused.length === 0)) return NONE;
    const conflicts = new Set(found.conflicts.map(({ record }) => record));
    const refusals = new Map(
      found.refused.map(({ grade, value, reason }) => {
        return [grade, { value, reason: t(`common.refusal.${reason}`) }] as const;
      }),
    );
    return new Map(
      [...conflicts, ...refusals.keys()].map((grade) => [
        grade,
        { isConflict: conflicts.has(grade), refused: refusals.get(grade) },
      ]),
    );
  }, [found, t]);
}

function unsettled(
  { status }: Pick<Register, 'status'>,
  { schoolClass, subject }: Pick<CourseAsked, 'schoolClass' | 'subject'>,
): Observable<Unsettled> {
  return status.sync$.pipe(
    map(({ conflicts, refused }) => ({
      conflicts: conflicts.filter(
        ({ recordKind, class: ofClass }) => recordKind === 'grade' && ofClass === schoolClass,
      ),
      refused: refused.flatMap(({ record, refusal }) =>
        refusal && record.kind === 'grade' && record.class === schoolClass && record.subject === subject
          ? [{ grade: record.id, value: record.value, reason: refusal.reason }]
          : [],
      ),
    })),
    distinctUntilChanged((a, b) => equalJson(a, b)),
  );
}
