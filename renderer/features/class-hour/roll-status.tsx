import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Instant, PersonId } from '../../../domain/base/ids.ts';
import type { Lesson } from '../../../domain/records/lesson.ts';
import { useFormat } from '../../i18n/format.ts';
import { Chip } from '../../ui/chip.tsx';
import { usePersonName } from './person-names.tsx';

interface RollStatusProps {
  readonly rollCall: Lesson['rollCall'];
  readonly now: Instant;
  readonly me: PersonId;
}

/** Whether the roll of this hour was confirmed, when and by whom. */
export function RollStatus({ rollCall, now, me }: RollStatusProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = usePersonName(rollCall?.by);
  if (!rollCall) return <Chip icon={<IconCircleDashed />}>{t('classHour.roll.notConfirmed')}</Chip>;
  const when = format.when(rollCall.at, now);
  return (
    <Chip tone="ok" icon={<IconCircleCheck />}>
      {rollCall.by === me
        ? t('classHour.roll.confirmedByMe', { when })
        : t('classHour.roll.confirmed', { when, name })}
    </Chip>
  );
}
