import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { LocalDate, LocalTime } from '../../../../domain/base/ids.ts';
import type { BellHour } from '../../../../domain/kinds/bell-scheme/record.ts';
import type { Register } from '../../../data/register.ts';
import { classLabel } from '../../../i18n/class-label.ts';
import { useFormat } from '../../../i18n/format.ts';
import { hourPath } from '../../../ui/routes.ts';
import { wantRoll } from '../../../ui/focus/wanted/wanted-focus.ts';
import { useView } from '../../../ui/use-view.ts';
import { openableClasses, type OpenableClass } from '../../../views/openable-classes.ts';
import { firstNamed } from './first-named.ts';
import { FieldRow } from '../../../ui/form/field-row.tsx';

interface OpenClassDialogProps {
  readonly register: Register;
  readonly opened: boolean;
  readonly day: LocalDate;
  /** The time, where the day is today. */
  readonly time: LocalTime | undefined;
  readonly onClose: () => void;
}

interface ClassFormProps extends OpenClassDialogProps {
  /** A class opens: the dialog goes, and does not take the focus back to where it came from. */
  readonly onOpened: () => void;
}

/** Opens any class of the school outside one's timetable, for a substitution or a swapped hour: at one of the hours that it has on that day. */
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

function ClassForm({ register, day, time, onClose, onOpened }: ClassFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, navigate] = useLocation();
  const live = useView(openableClasses, register, day);
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [hour, setHour] = useState<number>();
  const all = live.ready ? live.value : [];
  const classes = all.map(({ schoolClass }) => schoolClass);
  const nameOf = ({ schoolClass }: OpenableClass) => classLabel(schoolClass, classes, t);
  const found = all.find(({ schoolClass }) => schoolClass.id === chosen);
  const hours = found?.bells ?? [];
  const isPlanned = (of: number) => found?.hours.some((one) => one.hour === of) ?? false;
  const wantedOf = (each: OpenableClass | undefined) =>
    each && (each.bells.find((one) => one.hour === hour) ?? hourAt(each.hours, time));
  const wanted = wantedOf(found);

  const open = (opened: OpenableClass | undefined) => {
    const at = wantedOf(opened);
    if (!opened || !at) return;
    navigate(hourPath(day, opened.schoolClass.id, at.hour));
    wantRoll();
    onOpened();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const isPicked = event.currentTarget.hasAttribute('aria-activedescendant');
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || chosen !== null || isPicked) return;
    // Whoever has typed a class has said which: no list has to be gone through first.
    const named = firstNamed(all, typed, nameOf);
    if (!named) return;
    event.preventDefault();
    open(named);
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        open(found);
      }}
    >
      <Stack gap="sm">
        <p style={{ margin: 0 }}>{all.length === 0 ? t('today.open.none') : t('today.open.text')}</p>
        <FieldRow>
          <Select
            label={t('today.open.class')}
            searchable
            openOnFocus={false}
            data-autofocus
            value={chosen}
            onChange={setChosen}
            searchValue={typed}
            onSearchChange={setTyped}
            onKeyDownCapture={onKeyDown}
            data={[
              {
                group: t('today.open.mine'),
                items: optionsOf(
                  all.filter(({ isMine }) => isMine),
                  nameOf,
                ),
              },
              {
                group: t('today.open.others'),
                items: optionsOf(
                  all.filter(({ isMine }) => !isMine),
                  nameOf,
                ),
              },
            ].filter(({ items }) => items.length > 0)}
          />
          <Select
            label={t('today.open.hour')}
            allowDeselect={false}
            openOnFocus={false}
            disabled={hours.length === 0}
            value={wanted ? String(wanted.hour) : null}
            onChange={(value) => setHour(value === null ? undefined : Number(value))}
            data={hours.map((each) => ({
              value: String(each.hour),
              label: [
                format.hour(each.hour),
                `${format.clock(each.start)}–${format.clock(each.end)}`,
                ...(isPlanned(each.hour) ? [] : [t('today.open.outside')]),
              ].join(' · '),
            }))}
          />
        </FieldRow>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={!wanted}>
            {t('today.open.action')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function optionsOf(classes: readonly OpenableClass[], nameOf: (each: OpenableClass) => string) {
  return classes.map((each) => ({ value: each.schoolClass.id, label: nameOf(each) }));
}

/** The hour that runs, else the next one, else the first of the day. */
function hourAt(hours: readonly BellHour[], time: LocalTime | undefined): BellHour | undefined {
  return (time === undefined ? undefined : hours.find(({ end }) => end > time)) ?? hours[0];
}
