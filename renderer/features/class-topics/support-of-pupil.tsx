import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PupilCardProps } from '../../hosts/page.ts';
import { CardPart } from '../../ui/card-part.tsx';
import { useViewValue } from '../../ui/use-view.ts';
import { supportOfPupil } from '../../views/support-topics.ts';
import { ToldSupports } from '../../hosts/support/told-supports.tsx';

/** How many the card shows; the section of the topics has them all. */
const SHOWN = 5;

/** What was done lately with a pupil who has support; nothing for the others. */
export function SupportOfPupil({ register, pupil, place }: PupilCardProps) {
  const { t } = useTranslation();
  const { schoolClass, day } = place;
  const asked = useMemo(() => ({ schoolClass, day }), [schoolClass, day]);
  const told = useViewValue(supportOfPupil, register, pupil, asked);
  if (!told || told.length === 0) return null;
  return (
    <CardPart title={t('support.title')}>
      <ToldSupports label={t('support.title')} told={told.slice(0, SHOWN)} withDay withoutName />
    </CardPart>
  );
}
