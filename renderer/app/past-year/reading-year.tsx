import { Button, Group, Progress } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { schoolYearName } from '../../../domain/kinds/school-year/record.ts';
import { hasEnded, type PastYear } from '../../data/register.ts';
import { useFormat } from '../../i18n/format.ts';
import { usePageTitle } from '../../ui/focus/use-page-title.ts';
import classes from '../shell/shell.module.css';

interface ReadingYearProps {
  readonly year: Extract<PastYear, { readonly kind: 'reading' }>;
  readonly onLeave: () => void;
  /** Begins anew, where the reading has ended without the year. */
  readonly onRetry: () => void;
}

/** Shown while a school year that is over comes to this computer: how much of it is here, what keeps it, and the way back. */
export function ReadingYear({ year, onLeave, onRetry }: ReadingYearProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  const title = t('shell.pastYear.reading', { name: schoolYearName(year.startYear) });
  usePageTitle(title);
  // Whoever chose the year from a menu or the palette is told where they are.
  useEffect(() => heading.current?.focus(), []);
  const { trouble, received } = year;
  return (
    <section className={classes['first']} aria-busy={trouble === undefined}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p>{t('shell.pastYear.readingText')}</p>
      {trouble === undefined && <Progress value={100} animated w={280} size="sm" aria-label={title} />}
      <p role="status">
        {trouble === undefined
          ? t('shell.firstSync.received', { count: received, number: format.number(received) })
          : t(`shell.pastYear.trouble.${trouble}`)}
      </p>
      <Group gap="xs" justify="center">
        {hasEnded(trouble) && <Button onClick={onRetry}>{t('shell.pastYear.retry')}</Button>}
        <Button variant="default" onClick={onLeave}>
          {t('shell.pastYear.leave')}
        </Button>
      </Group>
    </section>
  );
}
