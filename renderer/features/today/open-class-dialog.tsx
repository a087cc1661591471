import { Button, Group, Modal, NumberInput, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { LocalDate } from '../../../domain/base/ids.ts';
import type { SchoolClass } from '../../../domain/records/class.ts';
import { classLabel } from '../../i18n/class-label.ts';
import { hourPath } from '../../ui/routes.ts';

interface OpenClassDialogProps {
  readonly opened: boolean;
  readonly day: LocalDate;
  readonly classes: readonly SchoolClass[];
  readonly suggestedHour: number;
  readonly onClose: () => void;
}

/** Opens a class outside one's timetable, for a substitution or a swapped hour. */
export function OpenClassDialog({ opened, day, classes, suggestedHour, onClose }: OpenClassDialogProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [chosen, setChosen] = useState<string | null>(null);
  const [hour, setHour] = useState<number | undefined>();
  const schoolClass = classes.find(({ id }) => id === chosen);
  const wanted = hour ?? suggestedHour;

  const open = () => {
    if (!schoolClass) return;
    navigate(hourPath(day, schoolClass.id, wanted));
    onClose();
  };

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('today.open.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <Stack gap="sm">
          <p style={{ margin: 0 }}>{classes.length === 0 ? t('today.open.none') : t('today.open.text')}</p>
          <Group grow align="flex-start">
            <Select
              label={t('today.open.class')}
              searchable
              openOnFocus={false}
              data-autofocus
              value={chosen}
              onChange={setChosen}
              data={classes.map((each) => ({
                value: each.id,
                label: classLabel(each, classes, t),
              }))}
            />
            <NumberInput
              label={t('today.open.hour')}
              min={1}
              max={12}
              allowDecimal={false}
              value={wanted}
              onChange={(value) => setHour(typeof value === 'number' ? value : undefined)}
            />
          </Group>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={!schoolClass}>
              {t('today.open.action')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
