import { MultiSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toPersonId, type LocalDate, type PersonId } from '../../../domain/base/ids.ts';
import { dayOfInstant, parseLocalDate } from '../../../domain/base/local-date.ts';
import { listName } from '../../../domain/kinds/person/record.ts';
import {
  assignSubstitution,
  cancelSubstitution,
} from '../../../domain/protocol/endpoints/office-substitutions/office-substitutions-endpoints.ts';
import type { Api } from '../../data/api/api-request.ts';
import type { Register } from '../../data/register.ts';
import { noLessonText } from '../../i18n/no-lesson-text.ts';
import { DayField } from '../../ui/day-field/day-field.tsx';
import { FailureNotice } from '../../ui/notice/failure-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { TableStates } from '../../ui/table/table-states.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { useViewValue } from '../../ui/use-view.ts';
import classes from './substitutions.module.css';
import { ChosenHours } from './chosen-hours.tsx';
import { HoursTable } from './hours-table.tsx';
import { awayHourId, awayHours, substitutionsOfDay, type AwayHour, type SubstitutionsOfDay } from './view.ts';

interface SubstitutionsPageProps {
  readonly register: Register;
  readonly api: Api;
}

/** Supplenze: the lessons of those who are away on a day, and who stands in there (D209). */
export function SubstitutionsPage({ register, api }: SubstitutionsPageProps) {
  const { t } = useTranslation();
  const today = dayOfInstant(register.now());
  const [typed, setTyped] = useState<string>(today);
  const [day, setDay] = useState<LocalDate>(today);
  // What was written is no day: nobody gives hours of another one, which the field does not name any more.
  const [isRefused, setRefused] = useState(false);
  const [away, setAway] = useState<ReadonlySet<PersonId>>(NOBODY);
  const ofDay = useViewValue(substitutionsOfDay, register, day);
  /** A day that is being typed goes through others: the page follows once it is written. */
  const show = (text: string) => {
    const wanted = parseLocalDate(text);
    setRefused(wanted === undefined);
    if (wanted === undefined || wanted === day) return;
    setDay(wanted);
    setAway(NOBODY);
  };
  return (
    <div className={classes['page']}>
      <header>
        <h1>{t('substitutions.title')}</h1>
        <p className={classes['lead']}>{t('substitutions.lead')}</p>
      </header>
      <div className={classes['toolbar']}>
        <DayField
          label={t('substitutions.day')}
          value={typed}
          today={today}
          onChange={setTyped}
          error={isRefused ? t('dayField.noDay') : undefined}
          onWritten={show}
        />
        <MultiSelect
          className={classes['away'] ?? ''}
          label={t('substitutions.away')}
          {...(away.size === 0 ? { placeholder: t('substitutions.awayPlaceholder') } : {})}
          searchable
          hidePickedOptions
          nothingFoundMessage={t('substitutions.nothingFound')}
          data={(ofDay?.teachers ?? []).map((one) => ({ value: one.id, label: listName(one) }))}
          value={[...away]}
          onChange={(ids) => setAway(new Set(ids.map(toPersonId)))}
        />
      </div>
      <TableStates data={ofDay} failure={undefined}>
        {(loaded) =>
          !isRefused && (
            <DayView
              key={day}
              ofDay={loaded}
              day={day}
              today={today}
              away={away}
              register={register}
              api={api}
            />
          )
        }
      </TableStates>
    </div>
  );
}

const NOBODY: ReadonlySet<PersonId> = new Set();

interface DayViewProps extends SubstitutionsPageProps {
  readonly ofDay: SubstitutionsOfDay;
  readonly day: LocalDate;
  readonly today: LocalDate;
  readonly away: ReadonlySet<PersonId>;
}

function DayView({ ofDay, day, today, away, register, api }: DayViewProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState<string>();
  const rows = useMemo(() => awayHours(ofDay, away), [ofDay, away]);
  const uncovered = rows.filter((one) => !one.substitution && one.present.length === 0).length;
  const act = async (asked: ReturnType<Api['ask']>, done: string) => {
    const result = await attempt.run(() => asked);
    setSaid(result.ok ? done : undefined);
    register.status.syncNow();
  };
  const assign = (hours: readonly AwayHour[], teacher: PersonId, done: string) => {
    const given = hours.map(({ planned, away: { id: replaces } }) => {
      return { day, hour: planned.hour, class: planned.class, teacher, replaces };
    });
    setChosen(new Set());
    void act(api.ask(assignSubstitution, { body: { hours: given } }), done);
  };
  const takeBack = ({ substitution }: AwayHour, done: string) => {
    if (!substitution) return;
    const { id, entry: seen } = substitution;
    void act(api.ask(cancelSubstitution, { body: { id, seen } }), done);
  };
  const canChange = day >= today || ofDay.isSignable;
  const open = rows.filter((row) => !row.substitution && chosen.has(awayHourId(row)));
  return (
    <>
      {ofDay.noLesson && <Notice tone="info">{noLessonText(ofDay.noLesson, t)}</Notice>}
      {day < today && (
        <Notice tone="info">{t(canChange ? 'substitutions.pastOpen' : 'substitutions.past')}</Notice>
      )}
      <FailureNotice attempt={attempt} />
      {said !== undefined && (
        <Notice tone="ok" urgent>
          {said}
        </Notice>
      )}
      <p className={classes['muted']} role="status" style={{ margin: 0 }}>
        {rows.length === 0
          ? ''
          : uncovered === 0
            ? t('substitutions.allCovered')
            : t('substitutions.count', { count: uncovered })}
      </p>
      {open.length > 0 && (
        <ChosenHours
          rows={open}
          ofDay={ofDay}
          away={away}
          onAssign={(teacher, done) => assign(open, teacher, done)}
          onClear={() => setChosen(new Set())}
        />
      )}
      <HoursTable
        rows={rows}
        ofDay={ofDay}
        away={away}
        canChange={canChange}
        chosen={chosen}
        onChoose={setChosen}
        onAssign={(row, teacher, done) => assign([row], teacher, done)}
        onTakeBack={takeBack}
      />
    </>
  );
}
