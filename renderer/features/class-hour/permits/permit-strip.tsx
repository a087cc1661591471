import { Button } from '@mantine/core';
import { IconDoorEnter, IconDoorExit } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { listName } from '../../../../domain/kinds/person/record.ts';
import { useFormat } from '../../../i18n/format.ts';
import { KEYS } from '../../../ui/actions/keys.ts';
import { useKeyHint } from '../../../ui/actions/use-key-text.ts';
import type { Comings, PermitOfDay } from '../view/comings.ts';
import classes from './permits.module.css';

interface PermitStripProps {
  readonly comings: Comings;
  readonly readOnly: boolean;
  readonly onPermit: (permit: PermitOfDay) => void;
}

/** Who may come late or leave early today, above the roll: one key makes a mark of it (D90, D91). */
export function PermitStrip({ comings, readOnly, onPermit }: PermitStripProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const hint = useKeyHint();
  const { permits, authorised } = comings;
  if (permits.length === 0 && authorised.length === 0) return null;
  return (
    <ul className={classes['strip']} aria-label={t('classHour.permits.title')}>
      {permits.map((permit) => {
        const { person, move, time, reason, collector, isCollectorUnknown, isDone, isOfHour } = permit;
        const Icon = move === 'entry' ? IconDoorEnter : IconDoorExit;
        const said = { name: listName(person), time: format.clock(time) };
        return (
          <li key={`${person.id} ${move}`} data-done={isDone || undefined}>
            <Icon size={15} stroke={1.8} aria-hidden="true" />
            <span>
              {t(`classHour.permits.${move}`, said)}
              {reason !== undefined && ` · ${t(`justification.reason.${reason}`)}`}
              {collector &&
                ` · ${t('classHour.permits.collector', { name: collector.name, document: collector.document })}`}
              {isCollectorUnknown && <strong> · {t('classHour.permits.collectorUnknown')}</strong>}
              {isDone && ` · ${t('classHour.permits.done')}`}
            </span>
            {isOfHour && !isDone && !readOnly && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('classHour.permits.markOf', { name: listName(person) })}
                {...hint(KEYS.permit)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onPermit(permit)}
              >
                {t('classHour.permits.mark')}
              </Button>
            )}
          </li>
        );
      })}
      {authorised.map(({ person, item, minutes, reason }) => (
        <li key={`${person.id} ${item}`}>
          <span>
            {t(`classHour.permits.authorised.${item}`, { name: listName(person), count: minutes })}
            {reason !== '' && ` · ${reason}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
