import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RollStanding } from '../pupil/roll-standing.ts';
import type { PupilHour } from '../view/class-hour.ts';
import classes from './proposed-notice.module.css';

interface ProposedNoticeProps {
  readonly pupils: readonly PupilHour[];
  readonly standing: RollStanding;
}

/** That the confirmation of the roll will mark absent who was absent in the hour before, and how somebody is taken out of it (D102). */
export function ProposedNotice({ pupils, standing }: ProposedNoticeProps) {
  const { t } = useTranslation();
  const count = pupils.filter(({ isProposedAbsent }) => isProposedAbsent).length;
  if (count === 0 || standing !== 'toCall') return null;
  return (
    <p className={classes['notice']}>
      <IconHistory size={15} stroke={1.8} aria-hidden="true" />
      {t('classHour.roll.proposed', { count, letter: t('common.mark.present.letter') })}
    </p>
  );
}
