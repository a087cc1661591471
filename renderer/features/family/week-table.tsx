import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../domain/base/ids.ts';
import type { FamilyWeek } from '../../data/views/week-of-child.ts';
import { useFormat } from '../../i18n/format.ts';
import { noLessonText } from '../../i18n/no-lesson-text.ts';
import { Chip } from '../../ui/marks/chip.tsx';
import classes from './family.module.css';

/** Monday to Friday. */
const SCHOOL_DAYS = 5;

interface WeekTableProps {
  readonly week: FamilyWeek;
  readonly today: LocalDate;
}

type Day = FamilyWeek['days'][number];

/** The days of the week that are shown: Sunday only where somebody has lessons then; Saturday where the school does. */
export function shownDays({ days }: FamilyWeek): readonly Day[] {
  return days.filter(({ hours }, index) => index < SCHOOL_DAYS || hours.length > 0);
}

/** The timetable of a week: a column for each day, a row for each hour. */
export function WeekTable({ week, today }: WeekTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = shownDays(week);
  const ordinals = new Map(
    days.flatMap(({ hours }) => hours.map(({ planned }) => [planned.hour, planned] as const)),
  );
  const rows = [...ordinals.values()].toSorted((a, b) => a.hour - b.hour);
  return (
    <table className={classes['table']} aria-label={t('family.timetable')}>
      <thead>
        <tr>
          <th scope="col">{t('family.hour')}</th>
          {days.map(({ day }) => (
            <th key={day} scope="col" data-today={day === today || undefined}>
              <span>{format.shortDay(day)}</span>
              {day === today && <Chip tone="now">{t('family.today')}</Chip>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 && (
          <tr>
            <th scope="row">{t('family.noHours')}</th>
            {days.map((day) => (
              <td key={day.day} className={classes['free']}>
                {day.noLesson && noLessonText(day.noLesson, t)}
              </td>
            ))}
          </tr>
        )}
        {rows.map(({ hour, start, end }) => (
          <tr key={hour}>
            <th scope="row">
              <span>{format.hour(hour)}</span>
              <small>
                {format.clock(start)}–{format.clock(end)}
              </small>
            </th>
            {days.map((day) => (
              <HourCell
                key={day.day}
                day={day}
                hour={hour}
                isToday={day.day === today}
                first={hour === rows[0]?.hour}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface HourCellProps {
  readonly day: Day;
  readonly hour: number;
  readonly isToday: boolean;
  readonly first: boolean;
}

function HourCell({ day, hour, isToday, first }: HourCellProps) {
  const { t } = useTranslation();
  const found = day.hours.find(({ planned }) => planned.hour === hour);
  if (!found)
    return (
      <td className={classes['free']} data-today={isToday || undefined}>
        {first && day.noLesson && noLessonText(day.noLesson, t)}
      </td>
    );
  const teachers = found.teachers.map(({ givenName, surname }) => `${givenName} ${surname}`).join(', ');
  return (
    <td data-today={isToday || undefined}>
      <strong>{found.subject}</strong>
      <small>{teachers}</small>
      {found.planned.room !== undefined && <small>{found.planned.room}</small>}
    </td>
  );
}
