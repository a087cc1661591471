import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { PersonId } from '../../../../domain/base/ids.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import { hourPath } from '../../../ui/routes.ts';
import { wantPupil } from '../../../ui/focus/wanted/wanted-focus.ts';

interface OpenHourProps {
  readonly place: HourPlace;
  /** The class, where the notice is about several. */
  readonly name?: string;
  /** Whom it is about: the focus goes to this pupil's row. */
  readonly pupil?: PersonId;
}

/** Opens the hour that a notice is about. */
export function OpenHour({ place: { day, schoolClass, hour }, name, pupil }: OpenHourProps) {
  const { t } = useTranslation();
  return (
    <Button
      component={Link}
      href={hourPath(day, schoolClass, hour)}
      size="xs"
      variant="subtle"
      onClick={() => pupil !== undefined && wantPupil(pupil)}
    >
      {name === undefined ? t('sync.conflicts.open') : t('sync.conflicts.openOf', { name })}
    </Button>
  );
}
