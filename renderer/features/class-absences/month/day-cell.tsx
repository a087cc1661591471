import { VisuallyHidden } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import type { Format } from '../../../i18n/format.ts';
import { elsewhereText } from '../../../kinds/presence-elsewhere/elsewhere-text.ts';
import type { DayInMonth } from '../view/class-month.ts';
import classes from './month.module.css';

/** The number of a day; in words which day it is. */
export function dayHead(day: LocalDate, format: Format): ReactNode {
  return (
    <span title={format.longDay(day)}>
      <span aria-hidden="true">{Number(day.slice(-2))}</span>
      <VisuallyHidden>{format.longDay(day)}</VisuallyHidden>
    </span>
  );
}

/** The letters of a day, and in words what they say; nothing of a day that says nothing. */
export function dayCell(said: DayInMonth | undefined, t: TFunction, format: Format): ReactNode {
  if (!said) return null;
  const marks = marksOf(said, t, format);
  const words = marks.map(({ text }) => text).join(', ');
  return (
    <span title={words}>
      {[...new Set(marks.map(({ mark }) => mark))].map((mark) => (
        <span key={mark} className={classes['letter']} data-mark={mark} aria-hidden="true">
          {t(`common.mark.${mark}.letter`)}
        </span>
      ))}
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}

interface Told {
  readonly mark: 'absent' | 'late' | 'exited' | 'outOfClass';
  readonly text: string;
}

function marksOf(
  { absent, late, exits, outOfClass, elsewhere }: DayInMonth,
  t: TFunction,
  format: Format,
): readonly Told[] {
  const told: Told[] = [];
  if (absent) told.push({ mark: 'absent', text: t('common.mark.absent.name') });
  if (late !== undefined)
    told.push({ mark: 'late', text: t('classAbsences.month.lateAt', { time: format.clock(late) }) });
  for (const time of exits)
    told.push({ mark: 'exited', text: t('classAbsences.month.exitAt', { time: format.clock(time) }) });
  if (outOfClass && elsewhere.length === 0)
    told.push({ mark: 'outOfClass', text: t('common.mark.outOfClass.name') });
  for (const each of elsewhere) {
    const text = [t('common.mark.outOfClass.name'), elsewhereText(each, t, format)].join(': ');
    told.push({ mark: 'outOfClass', text });
  }
  return told;
}
