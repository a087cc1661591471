import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { listName } from '../../../../domain/kinds/person/record.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { Register } from '../../../data/register.ts';
import { wantLine } from '../../../ui/focus/wanted/wanted-line.ts';
import { sayWhyNot } from '../../../ui/notice/why-not.ts';
import { useKept } from '../../../ui/steady/use-kept.ts';
import { sectionPath } from '../../../ui/routes.ts';
import { useViewValue } from '../../../ui/use-view.ts';
import { classJustifications, knownToJustify } from '../../../views/class-justifications.ts';
import type { PupilHour } from '../view/class-hour.ts';
import { withCounts } from './with-counts.ts';

/** What there is to justify beside the names of the roll (D89), and the way to it: a mark waits for none of it. */
export function useJustifying(
  register: Register,
  place: HourPlace,
  rolled: readonly PupilHour[],
): { readonly pupils: readonly PupilHour[]; readonly openJustifying: (index: number) => void } {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const shown = useViewValue(classJustifications, register, place.schoolClass);
  const countOf = shown?.countOf;
  const pupils = useKept(useMemo(() => withCounts(rolled, countOf), [rolled, countOf]));
  const openJustifying = useCallback(
    (index: number) => {
      const pupil = pupils[index];
      if (!pupil) return;
      const name = listName(pupil.person);
      const known = knownToJustify(shown, pupil.person.id);
      if (known === 'unknown') return sayWhyNot(t('classHour.reason.justifyingUnknown', { name }));
      if (known === 'nothing') return sayWhyNot(t('classHour.reason.nothingToJustify', { name }));
      wantLine(pupil.person.id);
      navigate(sectionPath('absences', place));
    },
    [navigate, place, pupils, shown, t],
  );
  return { pupils, openJustifying };
}
