import { Button, MultiSelect, Select } from '@mantine/core';
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
import { classLabel } from '../../i18n/class-label.ts';
import { useFormat } from '../../i18n/format.ts';
import { noLessonText } from '../../i18n/no-lesson-text.ts';
import { DayField } from '../../ui/day-field/day-field.tsx';
import { Chip } from '../../ui/marks/chip.tsx';
import { FailureNotice } from '../../ui/notice/failure-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { columnsOf } from '../../ui/table/features.ts';
import { TableStates } from '../../ui/table/table-states.tsx';
import { Table } from '../../ui/table/table.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { useViewValue } from '../../ui/use-view.ts';
import classes from './substitutions.module.css';
import {
  awayHours,
  freeTeachers,
  substitutionsOfDay,
  type AwayHour,
  type SubstitutionsOfDay,
} from './view.ts';

interface SubstitutionsPageProps {
  readonly register: Register;
  readonly api: Api;
}

/** Supplenze: the lessons of those who are away on a day, and who stands in there (D209). */
export function SubstitutionsPage({ register, api }: SubstitutionsPageProps) {
  const { t } = useTranslation();
  const today = dayOfInstant(register.now());
  const [typed, setTyped] = useState<string>(today);
  const day = parseLocalDate(typed) ?? today;
  const ofDay = useViewValue(substitutionsOfDay, register, day);
  return (
    <div className={classes['page']}>
      <header>
        <h1>{t('substitutions.title')}</h1>
        <p className={classes['lead']}>{t('substitutions.lead')}</p>
      </header>
      <TableStates data={ofDay} failure={undefined}>
        {(loaded) => (
          <DayView
            key={day}
            ofDay={loaded}
            day={day}
            today={today}
            register={register}
            api={api}
            onDay={setTyped}
          />
        )}
      </TableStates>
    </div>
  );
}

interface DayViewProps extends SubstitutionsPageProps {
  readonly ofDay: SubstitutionsOfDay;
  readonly day: LocalDate;
  readonly today: LocalDate;
  readonly onDay: (day: string) => void;
}

function DayView({ ofDay, day, today, register, api, onDay }: DayViewProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [away, setAway] = useState<ReadonlySet<PersonId>>(new Set());
  const [said, setSaid] = useState<string>();
  const rows = useMemo(() => awayHours(ofDay, away), [ofDay, away]);
  const uncovered = rows.filter((one) => !one.substitution && one.present.length === 0).length;
  const act = async (asked: ReturnType<Api['ask']>, done: string) => {
    const result = await attempt.run(() => asked);
    setSaid(result.ok ? done : undefined);
    register.status.syncNow();
  };
  const columns = useColumns(ofDay, {
    away,
    canChange: day >= today,
    onAssign: (row, teacher, done) =>
      void act(
        api.ask(assignSubstitution, {
          body: { day, hour: row.planned.hour, class: row.planned.class, teacher, replaces: row.away.id },
        }),
        done,
      ),
    onTakeBack: ({ substitution }, done) =>
      substitution &&
      void act(
        api.ask(cancelSubstitution, { body: { id: substitution.id, seen: substitution.entry } }),
        done,
      ),
  });
  return (
    <>
      <div className={classes['toolbar']}>
        <DayField label={t('substitutions.day')} value={day} today={today} onChange={onDay} />
        <MultiSelect
          className={classes['away'] ?? ''}
          classNames={{ pill: classes['pill'] ?? '', inputField: classes['field'] ?? '' }}
          label={t('substitutions.away')}
          {...(away.size === 0 ? { placeholder: t('substitutions.awayPlaceholder') } : {})}
          searchable
          hidePickedOptions
          nothingFoundMessage={t('substitutions.nothingFound')}
          data={ofDay.teachers.map((one) => ({ value: one.id, label: listName(one) }))}
          value={[...away]}
          onChange={(ids) => setAway(new Set(ids.map(toPersonId)))}
        />
      </div>
      {ofDay.noLesson && <Notice tone="info">{noLessonText(ofDay.noLesson, t)}</Notice>}
      {day < today && <Notice tone="info">{t('substitutions.past')}</Notice>}
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
      <Table
        label={t('substitutions.table')}
        className={classes['scroll']}
        tableClassName={classes['table']}
        rows={rows}
        columns={columns}
        rowId={({ planned, away: person }) => `${planned.hour}.${planned.class}.${person.id}`}
        empty={t(away.size === 0 ? 'substitutions.choose' : 'substitutions.noHours')}
      />
    </>
  );
}

interface Acts {
  readonly away: ReadonlySet<PersonId>;
  readonly canChange: boolean;
  readonly onAssign: (row: AwayHour, teacher: PersonId, done: string) => void;
  readonly onTakeBack: (row: AwayHour, done: string) => void;
}

function useColumns(ofDay: SubstitutionsOfDay, acts: Acts) {
  const { t } = useTranslation();
  const format = useFormat();
  const make = columnsOf<AwayHour>();
  const { facts } = ofDay;
  const nameOf = (row: AwayHour) => {
    const schoolClass = facts.schoolClass(row.planned.class);
    return schoolClass ? classLabel(schoolClass, facts.classesOn(row.planned.day), t) : '';
  };
  return make.columns([
    make.accessor(({ planned }) => planned.hour, {
      id: 'hour',
      header: t('substitutions.column.hour'),
      sortFn: 'number',
      meta: { isRowHeader: true },
      cell: ({ row: { original } }) =>
        `${format.hour(original.planned.hour)} · ${t('common.hourRange', { start: original.planned.start, end: original.planned.end })}`,
    }),
    make.accessor(nameOf, { id: 'class', header: t('substitutions.column.class'), sortFn: 'text' }),
    make.accessor(({ away }) => listName(away), {
      id: 'away',
      header: t('substitutions.column.away'),
      sortFn: 'text',
    }),
    make.display({
      id: 'who',
      header: t('substitutions.column.who'),
      meta: { hasControls: true },
      cell: ({ row: { original } }) => (
        <WhoStandsIn row={original} className={nameOf(original)} ofDay={ofDay} acts={acts} />
      ),
    }),
  ]);
}

interface WhoStandsInProps {
  readonly row: AwayHour;
  readonly className: string;
  readonly ofDay: SubstitutionsOfDay;
  readonly acts: Acts;
}

/** Who stands in, with the way to take it back; or who is free, with the way to choose. */
function WhoStandsIn({ row, className, ofDay, acts }: WhoStandsInProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = { away: listName(row.away), class: className, hour: format.hour(row.planned.hour) };
  if (row.substitution) {
    const person = ofDay.facts.person(row.substitution.teacher);
    const name = person ? listName(person) : t('common.somebody');
    const canTakeBack = acts.canChange && row.substitution.origin === 'office';
    return (
      <span className={classes['who']}>
        {name} <Chip tone="ok">{t('substitutions.covered')}</Chip>
        {canTakeBack && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('substitutions.takeBack', { name, hour: words.hour })}
            onClick={() => acts.onTakeBack(row, t('substitutions.takenBack', { ...words, name }))}
          >
            {t('substitutions.takeBackShort')}
          </Button>
        )}
      </span>
    );
  }
  const { ofClass, others } = freeTeachers(ofDay, row, acts.away);
  const option = (one: (typeof others)[number]) => ({ value: one.id, label: listName(one) });
  const names = row.present.map(listName).join(', ');
  return (
    <span className={classes['who']}>
      {row.present.length > 0 ? (
        <span className={classes['muted']}>{t('substitutions.withColleague', { names })}</span>
      ) : (
        <Chip tone="warn">{t('substitutions.uncovered')}</Chip>
      )}
      {acts.canChange && (
        <Select
          size="xs"
          w={250}
          searchable
          openOnFocus={false}
          aria-label={t('substitutions.free', words)}
          placeholder={t(
            ofClass.length + others.length === 0 ? 'substitutions.nobody' : 'substitutions.assign',
          )}
          nothingFoundMessage={t('substitutions.nothingFound')}
          data={[
            { group: t('substitutions.ofClass'), items: ofClass.map(option) },
            { group: t('substitutions.others'), items: others.map(option) },
          ].filter(({ items }) => items.length > 0)}
          value={null}
          onChange={(id) => {
            const chosen = [...ofClass, ...others].find((one) => one.id === id);
            if (chosen)
              acts.onAssign(
                row,
                chosen.id,
                t('substitutions.assigned', { ...words, name: listName(chosen) }),
              );
          }}
        />
      )}
    </span>
  );
}
