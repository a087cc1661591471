import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AgainstLimit } from '../../../../domain/hours/pupil-hours.ts';
import { Chip } from '../../../ui/marks/chip.tsx';

/** At which part of the limit a pupil is, in words (D101); nothing below the first level. */
export function HoursWarning({ limit }: { readonly limit: AgainstLimit | undefined }) {
  const { t } = useTranslation();
  if (limit?.isOver)
    return (
      <Chip tone="danger" icon={<IconAlertTriangle />}>
        {t('classAbsences.hours.over')}
      </Chip>
    );
  if (limit?.warning === undefined) return null;
  return (
    <Chip tone={limit.warning >= 90 ? 'danger' : 'warn'} icon={<IconAlertTriangle />}>
      {t('classAbsences.hours.warning', { level: limit.warning })}
    </Chip>
  );
}
