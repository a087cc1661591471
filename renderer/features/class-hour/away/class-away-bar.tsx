import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconClockPause } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { className, type SchoolClass } from '../../../../domain/kinds/class/record.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { CommandFailure } from '../../../data/commands/outcome.ts';
import type { Register } from '../../../data/register.ts';
import { InClassHeader } from '../../../hosts/class-place.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { expectClass } from '../../../kinds/class-movement/commands.ts';
import { useDeclareActions } from '../../../ui/actions/actions.ts';
import { useAnnouncer } from '../../../ui/focus/use-announcer.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { useViewValue } from '../../../ui/use-view.ts';
import { CommandNotice } from '../../../hosts/command-notice.tsx';
import { classAwayOn } from '../view/class-away.ts';
import { MovementDialog } from './movement-dialog.tsx';

interface ClassAwayBarProps {
  readonly register: Register;
  readonly place: HourPlace;
  readonly schoolClass: SchoolClass;
}

/** That the school has called the class late or sends it home early today (D106): what is missed by it is no absence. */
export function ClassAwayBar({ register, place, schoolClass }: ClassAwayBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const away = useViewValue(classAwayOn, register, place);
  const [asked, dialog] = useDisclosure(false);
  const [failure, setFailure] = useState<CommandFailure>();
  const [region, announce] = useAnnouncer();
  const name = className(schoolClass);
  const { movement, mayWrite = false } = away ?? {};
  useDeclareActions(
    mayWrite
      ? [
          {
            id: 'class-movement',
            label: t('classHour.away.open'),
            keywords: t('classHour.away.words'),
            run: dialog.open,
          },
        ]
      : [],
  );
  const takeBack = async () => {
    const result = await expectClass(register, place, { reason: '' });
    setFailure(result.ok ? undefined : result.failure);
    if (result.ok) announce(t('classHour.away.takenBack', { name }));
  };
  const { from, to } = movement?.expected ?? {};
  const said = [
    ...(from === undefined ? [] : [t('classMovement.from', { time: format.clock(from) })]),
    ...(to === undefined ? [] : [t('classMovement.to', { time: format.clock(to) })]),
    ...(movement ? [movement.movementReason] : []),
  ];
  return (
    <>
      {region}
      {mayWrite && (
        <InClassHeader part="tools">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconClockPause size={16} stroke={1.7} />}
            onClick={dialog.open}
          >
            {t('classHour.away.short')}
          </Button>
        </InClassHeader>
      )}
      <CommandNotice of={name} failure={failure} onClose={() => setFailure(undefined)} />
      {movement && (
        <Notice
          tone="info"
          action={
            mayWrite && (
              <Button size="compact-sm" variant="subtle" onClick={() => void takeBack()}>
                {t('classHour.away.takeBack')}
              </Button>
            )
          }
        >
          {said.join(' · ')}
        </Notice>
      )}
      {asked && (
        <MovementDialog
          register={register}
          place={place}
          name={name}
          known={movement}
          bells={away?.bells ?? []}
          onDone={announce}
          onClose={dialog.close}
        />
      )}
    </>
  );
}
