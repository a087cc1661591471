import { Button } from '@mantine/core';
import { IconDoor } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { className } from '../../../domain/kinds/class/record.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { Register } from '../../data/register.ts';
import { askClassAct } from '../../hosts/class-acts/class-act.ts';
import { CommandNotice } from '../../hosts/command-notice.tsx';
import { useDone } from '../../hosts/class-acts/use-done.ts';
import { useAnnouncer } from '../../ui/focus/use-announcer.tsx';
import { ListPanel } from '../../ui/list-panel/list-panel.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useViewValue } from '../../ui/use-view.ts';
import { usePermitColumns } from './use-permit-columns.tsx';
import { classPermits, type PermitLine } from './view.ts';

interface PermitsPanelProps {
  readonly register: Register;
  readonly place: HourPlace;
}

/** The permits of a class for today and the days to come: those asked for are decided here, others are given (D90). */
export function PermitsPanel({ register, place }: PermitsPanelProps) {
  const { t } = useTranslation();
  const [region, announce] = useAnnouncer();
  const done = useDone(announce);
  const shown = useViewValue(classPermits, register, place.schoolClass, place.day);
  const columns = usePermitColumns(register, place, shown, done.note);
  const schoolClass = shown?.facts.schoolClass(place.schoolClass);
  if (!shown || !schoolClass) return <div aria-busy="true" aria-label={t('classAbsences.loading')} />;
  const name = className(schoolClass);
  return (
    <ListPanel
      title={t('permits.title')}
      beside={
        shown.mayGrant && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDoor size={16} stroke={1.7} />}
            onClick={() => askClassAct({ act: 'permit', place, pupils: [], onDone: done.note })}
          >
            {t('permits.new')}
          </Button>
        )
      }
      notices={
        <>
          {region}
          {!shown.mayGrant && <Notice tone="info">{t('permits.notYours')}</Notice>}
          <CommandNotice of={name} failure={done.failure} onClose={done.clearFailure} />
        </>
      }
      label={t('permits.list', { name })}
      rows={shown.lines}
      columns={columns}
      rowId={idOf}
      empty={t('permits.empty')}
      last={done.last?.said}
      onUndo={() => void done.undo()}
    />
  );
}

function idOf({ permit }: PermitLine): string {
  return permit.id;
}
