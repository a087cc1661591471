import { useMemo } from 'react';
import type { Register } from '../../../data/register.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import { useViewValue } from '../../../ui/use-view.ts';
import type { CourseAsked } from '../view/course-asked.ts';
import type { GradeTroubles } from '../cells/cell-signs.ts';
import { unsettledGrades } from '../view/unsettled-grades.ts';

const NONE: GradeTroubles = new Map();

/** The cells of a course with a conflict that its reader has not looked at, or an entry that was refused; by the keys of the grades. */
export function useGradeTroubles(register: Register, { schoolClass, subject }: CourseAsked): GradeTroubles {
  const { t } = useScaleTexts();
  const course = useMemo(() => ({ schoolClass, subject }), [schoolClass, subject]);
  const found = useViewValue(unsettledGrades, register, course);
  return useMemo(() => {
    if (!found || (found.conflicts.length === 0 && found.refused.length === 0)) return NONE;
    const conflicts = new Set(found.conflicts);
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
