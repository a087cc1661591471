import { Box } from '@mantine/core';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import { useFormat } from '../../../i18n/format.ts';
import { noLessonText } from '../../../i18n/no-lesson-text.ts';
import { useDeclareActions } from '../../../ui/actions/actions.ts';
import { KEYS } from '../../../ui/actions/keys.ts';
import type { HourGrid } from './grid-rows.ts';
import { HourTile } from './hour-tile.tsx';
import { spotAfter, type Spot } from './spots.ts';
import classes from './grid.module.css';

interface HoursGridProps {
  readonly shown: HourGrid;
  readonly today: LocalDate;
}

/** My hours by hour and day, or by week and weekday: one tab stop, arrows lead from hour to hour and Enter opens one. */
export function HoursGrid({ shown: { columns, rows }, today }: HoursGridProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const grid = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Spot>();
  const spots = rows.flatMap(({ cells }, row) =>
    cells.flatMap(({ hours }, column) => hours.map((told, index) => ({ row, column, index, told }))),
  );
  const stop = spots.find((each) => active !== undefined && isAt(each, active)) ?? spots[0];
  const isMonth = rows[0]?.monday !== undefined;

  const focus = ({ row, column, index }: Spot) =>
    grid.current?.querySelector<HTMLElement>(`[data-spot="${row}.${column}.${index}"]`)?.focus();
  // From elsewhere on the page it is the first one; from an hour, the one after it.
  const from = () => (grid.current?.contains(document.activeElement) ? stop : undefined);
  useDeclareActions(
    nextIncomplete(spots, undefined)
      ? [
          {
            id: 'next-incomplete',
            label: t('week.goNext'),
            keys: KEYS.nextIncomplete,
            everywhere: true,
            run() {
              const next = nextIncomplete(spots, from());
              if (next) focus(next);
            },
          },
        ]
      : [],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stop && spotAfter(event, stop, spots);
    if (!next) return;
    event.preventDefault();
    focus(next);
  };

  return (
    <Box
      ref={grid}
      role="grid"
      aria-label={t('week.grid')}
      className={classes['grid'] ?? ''}
      __vars={{ '--columns': String(columns.length) }}
      onKeyDown={onKeyDown}
    >
      <Box role="row" className={classes['head'] ?? ''}>
        <Box role="columnheader" className={classes['name'] ?? ''}>
          {t(isMonth ? 'week.weekColumn' : 'week.hourColumn')}
        </Box>
        {columns.map(({ day, noLesson }) => (
          <Box
            key={day}
            role="columnheader"
            className={classes['name'] ?? ''}
            aria-current={!isMonth && day === today ? 'date' : undefined}
          >
            {isMonth ? format.weekday(day) : format.shortDay(day)}
            {noLesson && <small>{noLessonText(noLesson, t)}</small>}
          </Box>
        ))}
      </Box>
      {rows.map(({ hour, monday, cells }, row) => (
        <Box key={hour?.number ?? monday} role="row" className={classes['row'] ?? ''}>
          <Box role="rowheader" className={classes['name'] ?? ''}>
            {hour ? format.hour(hour.number) : monday && format.shortDay(monday)}
            {hour && <small>{format.clock(hour.start)}</small>}
          </Box>
          {cells.map(({ day, hours, isOutside }, column) => (
            <Box
              key={day}
              role="gridcell"
              className={classes['cell'] ?? ''}
              mod={{ outside: isOutside === true, today: day === today, empty: hours.length === 0 }}
            >
              {!isOutside && (
                <span className={classes[isMonth ? 'date' : 'day']}>
                  {isMonth ? format.number(Number(day.slice(-2))) : format.shortDay(day)}
                </span>
              )}
              {hours.map((told, index) => (
                <HourTile
                  key={`${told.hour}.${told.schoolClass.id}`}
                  told={told}
                  isSmall={isMonth}
                  spot={{ row, column, index }}
                  isTabStop={stop !== undefined && isAt(stop, { row, column, index })}
                  onFocus={setActive}
                />
              ))}
            </Box>
          ))}
        </Box>
      ))}
    </Box>
  );
}

type ToldSpot = Spot & {
  readonly told: { readonly day: LocalDate; readonly hour: number; readonly state: string };
};

/** The next hour that lacks something, in the order of the days; from nowhere, and after the last one, the first. */
function nextIncomplete(spots: readonly ToldSpot[], from: ToldSpot | undefined): ToldSpot | undefined {
  const inOrder = spots
    .filter(({ told: { state } }) => state === 'lacksSignature' || state === 'lacksTopic')
    .toSorted(compare);
  return (from && inOrder.find((each) => compare(each, from) > 0)) ?? inOrder[0];
}

function compare({ told: a, ...one }: ToldSpot, { told: b, ...other }: ToldSpot): number {
  return a.day.localeCompare(b.day) || a.hour - b.hour || one.index - other.index;
}

function isAt(one: Spot, { row, column, index }: Spot): boolean {
  return one.row === row && one.column === column && one.index === index;
}
