import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { HourPlace } from '../../data/register.ts';
import { hourPath } from '../../ui/routes.ts';

interface OpenHourProps {
  readonly place: HourPlace;
  /** The class, where the notice is about several. */
  readonly name?: string;
}

/** Opens the hour that a notice is about. */
export function OpenHour({ place: { day, schoolClass, hour }, name }: OpenHourProps) {
  const { t } = useTranslation();
  return (
    <Button component={Link} href={hourPath(day, schoolClass, hour)} size="xs" variant="subtle">
      {name === undefined ? t('sync.conflicts.open') : t('sync.conflicts.openOf', { name })}
    </Button>
  );
}
