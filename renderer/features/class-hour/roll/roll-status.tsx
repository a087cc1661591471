import { IconCircleCheck, IconCircleDashed, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Instant, PersonId } from '../../../../domain/base/ids.ts';
import type { Lesson } from '../../../../domain/kinds/lesson/record.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Chip } from '../../../ui/marks/chip.tsx';
import { usePersonName } from '../words/person-names.tsx';

interface RollStatusProps {
  readonly rollCall: Lesson['rollCall'];
  /** Pupils marked or unmarked since then. */
  readonly changes: number;
  /** Nothing can be written, or not yet: then there is nothing to confirm. */
  readonly waiting: 'closed' | 'ahead' | undefined;
  readonly now: Instant;
  readonly me: PersonId;
}

/** Whether the roll of this hour was confirmed, when and by whom, and whether it still stands as it was confirmed. */
export function RollStatus({ rollCall, changes, waiting, now, me }: RollStatusProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = usePersonName(rollCall?.by);
  if (!rollCall) {
    const text = waiting === 'closed' ? 'notCalled' : waiting === 'ahead' ? 'notYet' : 'notConfirmed';
    return <Chip icon={<IconCircleDashed />}>{t(`classHour.roll.${text}`)}</Chip>;
  }
  const when = format.when(rollCall.at, now);
  const confirmed =
    rollCall.by === me
      ? t('classHour.roll.confirmedByMe', { when })
      : t('classHour.roll.confirmed', { when, name });
  if (changes === 0)
    return (
      <Chip tone="ok" icon={<IconCircleCheck />}>
        {confirmed}
      </Chip>
    );
  return (
    <Chip tone="now" icon={<IconPencil />}>
      {confirmed} · {t('classHour.roll.changedSince', { count: changes })}
    </Chip>
  );
}
