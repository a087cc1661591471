import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { joinedName } from '../../i18n/class-label.ts';
import { useFormat } from '../../i18n/format.ts';
import { KEYS } from '../../ui/actions/keys.ts';
import { useSingleKeys } from '../../ui/actions/single-keys.ts';
import { useKeyHint, useKeyText } from '../../ui/actions/use-key-text.ts';
import { Chip } from '../../ui/marks/chip.tsx';
import { hourPath } from '../../ui/routes.ts';
import type { WeekHour } from './view/taught-days.ts';
import classes from './week.module.css';

/** How many are listed before somebody asks for all: the grid below shows each of them. */
const SHOWN = 8;

/** My hours that lack a signature or a topic, the oldest first: each opens by one press. */
export function IncompleteHours({ hours }: { readonly hours: readonly WeekHour[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const hint = useKeyHint();
  const keyText = useKeyText();
  const [hasSingleKeys] = useSingleKeys();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? hours : hours.slice(0, SHOWN);
  return (
    <section className={classes['incomplete']} aria-labelledby="incomplete-title">
      <h2 id="incomplete-title">
        {t('week.incomplete')}
        {hours.length > 0 && (
          <>
            <span className={classes['count']}>{format.number(hours.length)}</span>
            <small>
              {[
                ...(hasSingleKeys ? [t('week.keyOfNext', { key: keyText(KEYS.nextIncomplete) })] : []),
                t('week.keyOfFirst', { key: keyText(KEYS.openIncomplete) }),
              ].join(' · ')}
            </small>
          </>
        )}
      </h2>
      {hours.length === 0 ? (
        <p>{t('week.nothingIncomplete')}</p>
      ) : (
        <ul>
          {shown.map(({ day, hour, schoolClass, joined = [], state }, index) => (
            <li key={`${day}.${hour}.${schoolClass.id}`}>
              <Link
                href={hourPath(day, schoolClass.id, hour)}
                {...(index === 0 ? hint(KEYS.openIncomplete) : {})}
              >
                {format.shortDay(day)} · {format.hour(hour)} · {joinedName([schoolClass, ...joined])}
                <Chip tone="now">{t(`week.state.${state}`)}</Chip>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {shown.length < hours.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('week.showAll', { count: hours.length })}
        </Button>
      )}
    </section>
  );
}
