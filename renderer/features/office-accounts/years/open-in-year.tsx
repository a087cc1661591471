import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import { nameInClassId } from '../../../../domain/kinds/class/record.ts';
import { readOpenInYear } from '../../../../domain/protocol/endpoints/office/office-endpoints.ts';
import type { OpenInYear as Answer } from '../../../../domain/protocol/endpoints/office/open-in-year.ts';
import { dayOfInstant } from '../../../../domain/base/local-date.ts';
import { lastLessonDay, startYearOf } from '../../../../domain/school/calendar.ts';
import type { Api } from '../../../data/api/api-request.ts';
import type { Register } from '../../../data/register.ts';
import { classLabel } from '../../../i18n/class-label.ts';
import { useFormat } from '../../../i18n/format.ts';
import { ScrollRegion } from '../../../ui/focus/scroll-region.tsx';
import { HAND_OVERS_PATH, hourPath, sectionPath } from '../../../ui/routes.ts';
import { useViewValue } from '../../../ui/use-view.ts';
import { schoolIndex } from '../../../views/school.ts';
import { useOfficeData } from '../asked/use-office-data.ts';
import type { YearRow } from '../view/years.ts';
import classes from './open-in-year.module.css';

interface OpenInYearProps {
  readonly register: Register;
  readonly api: Api;
  readonly row: YearRow;
  /** The way to something open was taken. */
  readonly onGo: () => void;
}

type Way = 'unsigned' | 'notCalled' | 'unjustified' | 'held';
type OpenClass = Answer['classes'][number];

/** What is open in a year that is about to be closed: class by class, with the way to each. */
export function OpenInYear({ register, api, row: { year }, onGo }: OpenInYearProps) {
  const { t } = useTranslation();
  const { startYear } = year;
  const { data, failure } = useOfficeData<Answer>(
    useCallback(
      (signal) => api.ask(readOpenInYear, { params: { startYear: String(startYear) }, signal }),
      [api, startYear],
    ),
  );
  const school = useViewValue(schoolIndex, register);
  if (failure && !data) return <p role="alert">{t('accounts.years.open.failed')}</p>;
  if (!data || !school) return <p role="status">{t('accounts.years.open.asking')}</p>;
  if (data.classes.length === 0) return <p role="status">{t('accounts.years.open.nothing')}</p>;
  const isPast = startYear < startYearOf(dayOfInstant(register.now()));
  const go = (what: Way) => {
    // Its classes are not on this computer: they are fetched, to be looked at. What waits for the office is of today.
    if (isPast && what !== 'held') register.status.past.open(startYear);
    onGo();
  };
  const named = data.classes
    .map((open) => {
      const known = school.schoolClass(open.class);
      return {
        open,
        name: known
          ? classLabel(known, school.classes(), t)
          : (nameInClassId(open.class) ?? t('accounts.years.open.unknown')),
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'it', { numeric: true }));
  return (
    <ScrollRegion label={t('accounts.years.open.title')} className={classes['region']}>
      <h3>{t('accounts.years.open.title')}</h3>
      <ul>
        {named.map(({ open, name }) => (
          <li key={open.class}>
            <strong>{name}</strong> <Ways open={open} name={name} lastDay={lastLessonDay(year)} onGo={go} />
          </li>
        ))}
      </ul>
      <p className={classes['when']}>
        {t(isPast ? 'accounts.years.open.whilePast' : 'accounts.years.open.untilSeptember')}
      </p>
    </ScrollRegion>
  );
}

interface WaysProps {
  readonly open: OpenClass;
  readonly name: string;
  readonly lastDay: LocalDate;
  readonly onGo: (what: Way) => void;
}

/** How many of each, each with the way to the first of them. */
function Ways({ open, name, lastDay, onGo }: WaysProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { class: schoolClass, unsigned, notCalled, unjustified, held } = open;
  const hourOf = ({ day, hour }: OpenClass['unsigned']) =>
    day === undefined || hour === undefined ? undefined : hourPath(day, schoolClass, hour);
  const ways = [
    { what: 'unsigned', count: unsigned.count, to: hourOf(unsigned) },
    { what: 'notCalled', count: notCalled.count, to: hourOf(notCalled) },
    {
      what: 'unjustified',
      count: unjustified,
      to: sectionPath('absences', { schoolClass, day: lastDay, hour: 1 }),
    },
    { what: 'held', count: held, to: HAND_OVERS_PATH },
  ] as const;
  return ways.map(({ what, count, to }) => {
    if (count === 0 || to === undefined) return null;
    const text = t(`accounts.years.open.${what}`, { count, number: format.number(count) });
    return (
      <Link
        key={what}
        href={to}
        className={classes['way'] ?? ''}
        aria-label={`${name}: ${text}`}
        onClick={() => onGo(what)}
      >
        {text}
      </Link>
    );
  });
}
