import { Modal, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SchoolClass } from '../../../../domain/kinds/class/record.ts';
import { MAX_JOINED_CLASSES } from '../../../../domain/kinds/lesson/record.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { Register } from '../../../data/register.ts';
import { classLabel } from '../../../i18n/class-label.ts';
import { useViewValue } from '../../../ui/use-view.ts';
import { joinableClasses, type JoinedHour } from '../view/joined-hours.ts';

interface JoinDialogProps {
  readonly register: Register;
  readonly place: HourPlace;
  readonly others: readonly JoinedHour[];
  readonly onJoin: (schoolClass: SchoolClass) => void;
  readonly onClose: () => void;
}

/** Which class has the lesson too: any of the school that has an hour at the same time, found by typing its name; or that one lesson has no more. */
export function JoinDialog({ register, place, others, onJoin, onClose }: JoinDialogProps) {
  const { t } = useTranslation();
  const all = useViewValue(joinableClasses, register, place);
  const isFull = others.length >= MAX_JOINED_CLASSES;
  const joined = new Set(others.map((one) => one.place.schoolClass));
  const offered = (all ?? []).filter(({ schoolClass }) => !joined.has(schoolClass.id));
  const among = offered.map(({ schoolClass }) => schoolClass);
  const optionsOf = (isMine: boolean) =>
    offered
      .filter((one) => one.isMine === isMine)
      .map(({ schoolClass }) => ({ value: schoolClass.id, label: classLabel(schoolClass, among, t) }));
  const data = [
    { group: t('joined.mine'), items: optionsOf(true) },
    { group: t('joined.others'), items: optionsOf(false) },
  ].filter(({ items }) => items.length > 0);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('joined.join')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm">
        <Text size="sm">
          {t(isFull ? 'joined.full' : 'joined.joinText', { count: MAX_JOINED_CLASSES + 1 })}
        </Text>
        {!isFull && (
          <Select
            data-autofocus
            label={t('joined.choose')}
            searchable
            openOnFocus={false}
            selectFirstOptionOnChange
            nothingFoundMessage={t('joined.nothingFound')}
            value={null}
            data={data}
            onChange={(value) => {
              const chosen = among.find(({ id }) => id === value);
              if (!chosen) return;
              onJoin(chosen);
              onClose();
            }}
          />
        )}
      </Stack>
    </Modal>
  );
}
