import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { LocalDate, LocalTime } from '../../../../domain/base/ids.ts';
import type { BellHour } from '../../../../domain/kinds/bell-scheme/record.ts';
import type { SchoolClass } from '../../../../domain/kinds/class/record.ts';
import type { Register } from '../../../data/register.ts';
import { classLabel } from '../../../i18n/class-label.ts';
import { classOptions } from '../../../i18n/class-options.ts';
import { useFormat } from '../../../i18n/format.ts';
import { hourPath } from '../../../ui/routes.ts';
import { wantRoll } from '../../../ui/focus/wanted-focus.ts';
import { useView } from '../../../ui/use-view.ts';
import { schoolDay } from '../../../views/school-day.ts';

interface OpenClassDialogProps {
  readonly register: Register;
  readonly opened: boolean;
  readonly day: LocalDate;
  /** The time, where the day is today. */
  readonly time: LocalTime | undefined;
  readonly classes: readonly SchoolClass[];
  readonly onClose: () => void;
}

interface ClassFormProps extends OpenClassDialogProps {
  /** A class opens: the dialog goes, and does not take the focus back to where it came from. */
  readonly onOpened: () => void;
}

/** Opens a class outside one's timetable, for a substitution or a swapped hour: at one of the hours that the class has on that day. */
export function OpenClassDialog(props: OpenClassDialogProps) {
  const { t } = useTranslation();
  const [hasOpened, setHasOpened] = useState(false);
  const close = () => {
    setHasOpened(false);
    props.onClose();
  };
  return (
    <Modal
      opened={props.opened}
      onClose={close}
      // Who has opened a class goes on in its roll.
      returnFocus={!hasOpened}
      title={t('today.open.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ClassForm
        {...props}
        onClose={close}
        onOpened={() => {
          setHasOpened(true);
          props.onClose();
        }}
      />
    </Modal>
  );
}

function ClassForm({ register, day, time, classes, onClose, onOpened }: ClassFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, navigate] = useLocation();
  const live = useView(schoolDay, register, day);
  const [chosen, setChosen] = useState<string | null>(null);
  const [hour, setHour] = useState<number>();
  const schoolClass = classes.find(({ id }) => id === chosen);
  const found = live.ready ? live.value.classes.find((each) => each.schoolClass.id === chosen) : undefined;
  const planned = (found?.hours ?? []).map((each) => each.planned);
  // Before there is a timetable, and at the first bell of the year, the bells are all that is known.
  const hours: readonly BellHour[] = planned.length > 0 ? planned : (found?.bells ?? []);
  const wanted = hours.find((each) => each.hour === hour) ?? hourAt(hours, time);

  const open = () => {
    if (!schoolClass || !wanted) return;
    navigate(hourPath(day, schoolClass.id, wanted.hour));
    wantRoll();
    onOpened();
  };

  return (
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
            data={classOptions(
              classes,
              (each) => ({ value: each.id, label: classLabel(each, classes, t) }),
              t,
            )}
          />
          <Select
            label={t('today.open.hour')}
            allowDeselect={false}
            openOnFocus={false}
            disabled={!schoolClass || hours.length === 0}
            value={wanted ? String(wanted.hour) : null}
            onChange={(value) => setHour(value === null ? undefined : Number(value))}
            data={hours.map((each) => ({
              value: String(each.hour),
              label: `${format.hour(each.hour)} · ${format.clock(each.start)}–${format.clock(each.end)}`,
            }))}
          />
        </Group>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={!schoolClass || !wanted}>
            {t('today.open.action')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The hour that runs, else the next one, else the first of the day. */
function hourAt(hours: readonly BellHour[], time: LocalTime | undefined): BellHour | undefined {
  return (time === undefined ? undefined : hours.find(({ end }) => end > time)) ?? hours[0];
}
