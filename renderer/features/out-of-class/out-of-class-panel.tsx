import { Button } from '@mantine/core';
import { IconWalk } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { className } from '../../../domain/kinds/class/record.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { Register } from '../../data/register.ts';
import { askClassAct } from '../../hosts/class-acts/class-act.ts';
import { CommandNotice } from '../../hosts/command-notice.tsx';
import { useDone } from '../../hosts/class-acts/use-done.ts';
import { useAnnouncer } from '../../ui/focus/use-announcer.tsx';
import { ListPanel } from '../../ui/list-panel/list-panel.tsx';
import { useViewValue } from '../../ui/use-view.ts';
import { useElsewhereColumns } from './use-elsewhere-columns.tsx';
import { outOfClass, type ElsewhereLine } from './view.ts';

interface OutOfClassPanelProps {
  readonly register: Register;
  readonly place: HourPlace;
}

/** Who of a class is out of class in the school's own name this year, and the way to write it for several at once (D98). */
export function OutOfClassPanel({ register, place }: OutOfClassPanelProps) {
  const { t } = useTranslation();
  const [region, announce] = useAnnouncer();
  const done = useDone(announce);
  const shown = useViewValue(outOfClass, register, place.schoolClass, place.day);
  const mayWrite = shown?.mayWrite === true;
  const columns = useElsewhereColumns(register, place, mayWrite, done.note);
  const schoolClass = shown?.facts.schoolClass(place.schoolClass);
  if (!shown || !schoolClass) return <div aria-busy="true" aria-label={t('classAbsences.loading')} />;
  const name = className(schoolClass);
  return (
    <ListPanel
      title={t('outOfClass.title')}
      beside={
        mayWrite && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconWalk size={16} stroke={1.7} />}
            onClick={() => askClassAct({ act: 'outOfClass', place, pupils: [], onDone: done.note })}
          >
            {t('outOfClass.new')}
          </Button>
        )
      }
      notices={
        <>
          {region}
          <CommandNotice of={name} failure={done.failure} onClose={done.clearFailure} />
        </>
      }
      label={t('outOfClass.list', { name })}
      rows={shown.lines}
      columns={columns}
      rowId={idOf}
      empty={t('outOfClass.empty')}
      last={done.last?.said}
      onUndo={() => void done.undo()}
    />
  );
}

function idOf({ record }: ElsewhereLine): string {
  return record.id;
}
