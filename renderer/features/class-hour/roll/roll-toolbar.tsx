import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClassHour } from '../view/class-hour.ts';
import { useFormat } from '../../../i18n/format.ts';
import { KEYS } from '../../../ui/actions/keys.ts';
import { useKeyHint } from '../../../ui/actions/use-key-text.ts';
import { RollCounts } from './roll-counts.tsx';
import classes from './roll-call.module.css';
import { RollSearch } from './roll-search.tsx';
import type { RollStanding } from '../pupil/roll-standing.ts';

interface RollToolbarProps {
  readonly hour: ClassHour;
  /** Somebody was marked or unmarked after the confirmation. */
  readonly changed: boolean;
  readonly readOnly: boolean;
  readonly standing: RollStanding;
  readonly onConfirm: () => void;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly onFound: (index: number) => void;
  readonly onLeaveSearch: () => void;
}

/** Title, live counts with the meaning of each letter, search and the confirmation of the roll. */
export function RollToolbar(props: RollToolbarProps) {
  const { hour, readOnly } = props;
  const { t } = useTranslation();
  const hint = useKeyHint();
  const format = useFormat();
  const taken = hour.lesson?.rollCall !== undefined;
  const changed = taken && props.changed;
  return (
    <header className={classes['toolbar']}>
      <div className={classes['titleRow']}>
        <h2 id="roll-title" className={classes['title']}>
          {t('classHour.roll.title')}
        </h2>
        <RollCounts counts={hour.counts} standing={props.standing} />
        <span className={classes['spring']} />
        <RollSearch
          pupils={hour.pupils}
          inputRef={props.searchRef}
          onFound={props.onFound}
          onLeave={props.onLeaveSearch}
        />
        <Button
          size="xs"
          variant={!taken ? 'filled' : changed ? 'outline' : 'default'}
          leftSection={<IconCheck size={16} />}
          disabled={readOnly || hour.ahead !== undefined || hour.pupils.length === 0}
          onClick={props.onConfirm}
          {...hint(KEYS.confirm)}
        >
          {hour.ahead !== undefined && !taken
            ? t('classHour.roll.confirmFrom', { time: format.clock(hour.bell.start) })
            : t(`classHour.roll.${!taken ? 'confirm' : changed ? 'confirmAgain' : 'confirmedNow'}`)}
        </Button>
      </div>
    </header>
  );
}
