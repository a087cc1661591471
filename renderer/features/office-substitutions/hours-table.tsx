import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isGivenLater } from '../../../domain/school/who/assigned-later.ts';
import type { PersonId } from '../../../domain/base/ids.ts';
import { listName } from '../../../domain/kinds/person/record.ts';
import { classLabel } from '../../i18n/class-label.ts';
import { useFormat } from '../../i18n/format.ts';
import { Chip } from '../../ui/marks/chip.tsx';
import { columnsOf } from '../../ui/table/features.ts';
import { Table } from '../../ui/table/table.tsx';
import classes from './substitutions.module.css';
import { TeacherSelect } from './teacher-select.tsx';
import { awayHourId, freeTeachers, type AwayHour, type SubstitutionsOfDay } from './view.ts';

interface HoursTableProps {
  readonly rows: readonly AwayHour[];
  readonly ofDay: SubstitutionsOfDay;
  readonly away: ReadonlySet<PersonId>;
  readonly canChange: boolean;
  /** The hours that are to be given together. */
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly onAssign: (row: AwayHour, teacher: PersonId, done: string) => void;
  readonly onTakeBack: (row: AwayHour, done: string) => void;
}

/** The lessons of those who are away, and who stands in there. */
export function HoursTable(props: HoursTableProps) {
  const { rows, away, canChange, chosen, onChoose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useColumns(props);
  return (
    <Table
      label={t('substitutions.table')}
      className={classes['scroll']}
      tableClassName={classes['table']}
      rows={rows}
      columns={columns}
      rowId={awayHourId}
      empty={t(away.size === 0 ? 'substitutions.choose' : 'substitutions.noHours')}
      selection={
        canChange && rows.length > 0
          ? {
              chosen,
              onChoose,
              nameOf: (row) => `${format.hour(row.planned.hour)}, ${listName(row.away)}`,
              canChoose: (row) => !row.substitution,
            }
          : undefined
      }
    />
  );
}

function useColumns(acts: HoursTableProps) {
  const { ofDay } = acts;
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
        <WhoStandsIn row={original} className={nameOf(original)} acts={acts} />
      ),
    }),
  ]);
}

interface WhoStandsInProps {
  readonly row: AwayHour;
  readonly className: string;
  readonly acts: HoursTableProps;
}

/** Who stands in, with the way to take it back; or who is free, with the way to choose. */
function WhoStandsIn({ row, className, acts }: WhoStandsInProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = { away: listName(row.away), class: className, hour: format.hour(row.planned.hour) };
  if (row.substitution) {
    const person = acts.ofDay.facts.person(row.substitution.teacher);
    const name = person ? listName(person) : t('common.somebody');
    const canTakeBack =
      acts.canChange &&
      row.substitution.origin === 'office' &&
      (row.planned.day >= acts.ofDay.today || isGivenLater(row.substitution));
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
  const names = row.present.map(listName).join(', ');
  return (
    <span className={classes['who']}>
      {row.present.length > 0 ? (
        <span className={classes['muted']}>{t('substitutions.withColleague', { names })}</span>
      ) : (
        <Chip tone="warn">{t('substitutions.uncovered')}</Chip>
      )}
      {acts.canChange && (
        <TeacherSelect
          label={t('substitutions.free', words)}
          free={freeTeachers(acts.ofDay, [row], acts.away)}
          onChoose={(id, name) => acts.onAssign(row, id, t('substitutions.assigned', { ...words, name }))}
        />
      )}
    </span>
  );
}
