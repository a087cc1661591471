import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ClassId } from '../../../domain/base/ids.ts';
import { listName } from '../../../domain/kinds/person/record.ts';
import { useFormat } from '../../i18n/format.ts';
import { KEYS } from '../../ui/actions/keys.ts';
import { useKeyHint } from '../../ui/actions/use-key-text.ts';
import { Chip } from '../../ui/marks/chip.tsx';
import { hourPath } from '../../ui/routes.ts';
import { Explained } from '../../ui/section/section.tsx';
import classes from './class-topics.module.css';
import type { ClassTopics } from './view.ts';

interface OwnHoursProps {
  readonly schoolClass: ClassId;
  readonly topics: Pick<ClassTopics, 'incomplete' | 'toCome'>;
}

/** How many hours are listed before somebody asks for all. */
const SHOWN = 5;

/** My own hours of the subject: those that lack something, and those to come with what is planned; each opens by one press. */
export function OwnHours({ schoolClass, topics: { incomplete, toCome } }: OwnHoursProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const hint = useKeyHint();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? incomplete : incomplete.slice(0, SHOWN);
  return (
    <>
      <section className={classes['card']} aria-labelledby="incomplete-title">
        <h3 id="incomplete-title">
          {t('classTopics.incomplete')}
          {incomplete.length > 0 && (
            <span className={classes['badge']}>{format.number(incomplete.length)}</span>
          )}
        </h3>
        {incomplete.length === 0 ? (
          <Explained>{t('classTopics.nothingIncomplete')}</Explained>
        ) : (
          <ul className={classes['hours']}>
            {shown.map(({ day, hour, lacks }, index) => (
              <li key={`${day}.${hour}`}>
                <Link
                  href={hourPath(day, schoolClass, hour)}
                  {...(index === 0 ? hint(KEYS.openIncomplete) : {})}
                >
                  <span className={classes['when']}>
                    {format.shortDay(day)} · {format.hour(hour)}
                  </span>
                  <Chip tone="now">
                    {t(lacks === 'topic' ? 'classTopics.lacksTopic' : 'classTopics.lacksSignature')}
                  </Chip>
                </Link>
              </li>
            ))}
          </ul>
        )}
        {shown.length < incomplete.length && (
          <Button
            className={classes['all'] ?? ''}
            variant="subtle"
            size="compact-sm"
            onClick={() => setAll(true)}
          >
            {t('classTopics.showAll', { count: incomplete.length })}
          </Button>
        )}
      </section>
      {toCome.length > 0 && (
        <section className={classes['card']} aria-labelledby="to-come-title">
          <h3 id="to-come-title">{t('classTopics.toCome')}</h3>
          <ul className={classes['hours']}>
            {toCome.map(({ day, hour, topic, plannedBy }) => (
              <li key={`${day}.${hour}`}>
                <Link href={hourPath(day, schoolClass, hour)}>
                  <span className={classes['when']}>
                    {format.shortDay(day)} · {format.hour(hour)}
                  </span>
                  <span className={topic === '' ? classes['quiet'] : classes['plan']}>
                    {topic === '' ? t('classTopics.toPlan') : topic}
                    {plannedBy && ` · ${t('classTopics.plannedBy', { name: listName(plannedBy) })}`}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
