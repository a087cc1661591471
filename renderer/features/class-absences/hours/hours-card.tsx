import { useTranslation } from 'react-i18next';
import type { PupilCardProps } from '../../../hosts/page.ts';
import { CardPart } from '../../../ui/card-part.tsx';
import { useViewValue } from '../../../ui/use-view.ts';
import { classHours } from '../../../views/absence-hours/class-hours.ts';
import { HoursExplained } from './hours-explained.tsx';
import { HoursWarning } from './hours-warning.tsx';

/** The hours of absence on the card of a pupil; nothing where the device has not the whole register of the class. */
export function HoursCard({ register, pupil, place }: PupilCardProps) {
  const { t } = useTranslation();
  const shown = useViewValue(classHours, register, place.schoolClass, pupil);
  const of = shown?.pupils.find(({ person }) => person.id === pupil);
  if (!shown || !of) return null;
  return (
    <CardPart title={t('classAbsences.hours.title')}>
      <HoursWarning limit={of.limit} />
      <HoursExplained of={of} shown={shown} />
    </CardPart>
  );
}
