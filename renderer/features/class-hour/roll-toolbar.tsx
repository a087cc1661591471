import { Button, SegmentedControl, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconHandFinger, IconListDetails } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant, PersonId } from '../../../domain/base/ids.ts';
import type { ClassHour } from '../../data/register.ts';
import { RollCounts } from './roll-counts.tsx';
import classes from './roll-call.module.css';
import { RollSearch } from './roll-search.tsx';
import { RollStatus } from './roll-status.tsx';

/** Height of the rows: compact for mouse and keyboard, large for fingers and interactive boards. */
export type Density = 'dense' | 'touch';

interface RollToolbarProps {
  readonly hour: ClassHour;
  readonly now: Instant;
  readonly me: PersonId;
  readonly readOnly: boolean;
  readonly density: Density;
  readonly onDensity: (density: Density) => void;
  readonly onConfirm: () => void;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly onFound: (index: number) => void;
  readonly onLeaveSearch: () => void;
}

/** Title, live counts with the meaning of each letter, search, density and the confirmation of the roll. */
export function RollToolbar(props: RollToolbarProps) {
  const { hour, now, me, readOnly, density } = props;
  const { t } = useTranslation();
  const taken = hour.lesson?.rollCall !== undefined;
  return (
    <header className={classes['toolbar']}>
      <div className={classes['titleRow']}>
        <h2 id="roll-title" className={classes['title']}>
          {t('classHour.roll.title')}
        </h2>
        <RollStatus rollCall={hour.lesson?.rollCall} now={now} me={me} />
        <span className={classes['spring']} />
        <RollSearch
          pupils={hour.pupils}
          inputRef={props.searchRef}
          onFound={props.onFound}
          onLeave={props.onLeaveSearch}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('classHour.roll.density')}
          value={density}
          onChange={(value) => props.onDensity(value === 'touch' ? 'touch' : 'dense')}
          data={[
            {
              value: 'dense',
              label: <DensityLabel icon={<IconListDetails size={16} />} text={t('classHour.roll.dense')} />,
            },
            {
              value: 'touch',
              label: <DensityLabel icon={<IconHandFinger size={16} />} text={t('classHour.roll.touch')} />,
            },
          ]}
        />
        <Button
          size="xs"
          variant={taken ? 'default' : 'filled'}
          leftSection={<IconCheck size={16} />}
          disabled={readOnly || hour.pupils.length === 0}
          onClick={props.onConfirm}
          title="Ctrl+Enter"
        >
          {taken ? t('classHour.roll.confirmAgain') : t('classHour.roll.confirm')}
        </Button>
      </div>
      <RollCounts counts={hour.counts} />
    </header>
  );
}

function DensityLabel({ icon, text }: { readonly icon: React.ReactNode; readonly text: string }) {
  return (
    <Tooltip label={text}>
      <span className={classes['density']}>
        {icon}
        <VisuallyHidden>{text}</VisuallyHidden>
      </span>
    </Tooltip>
  );
}
