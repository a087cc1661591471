import { useMemo } from 'react';
import { hasAverages } from '../../../domain/grades/scales.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import { openPupilCard } from '../../hosts/pupil-card.ts';
import { useFormat } from '../../i18n/format.ts';
import { useScaleTexts } from '../../i18n/scale-texts.ts';
import { columnsOf } from '../../ui/table/features.ts';
import { Table } from '../../ui/table/table.tsx';
import { pupilGradesPath } from '../../ui/routes.ts';
import { hoursText } from '../../views/absence-hours/hours-text.ts';
import type { PupilWithHours } from '../../views/absence-hours/class-hours.ts';
import { averageText } from '../../views/grades/written-average.ts';
import classes from './class-matrix.module.css';
import { CellLink, Unseen } from './matrix-cell.tsx';
import type { ClassMatrix, MatrixRow } from './view.ts';

interface MatrixTableProps {
  readonly place: HourPlace;
  readonly matrix: ClassMatrix;
  readonly rows: readonly MatrixRow[];
  readonly nameOf: (person: MatrixRow['person']) => string;
  /** The hours of absence of each pupil; none where this device has not the whole register of the class. */
  readonly hours: ReadonlyMap<string, PupilWithHours> | undefined;
}

const make = columnsOf<MatrixRow>();

/** Pupils and subjects: what each pupil has in each, below how many subjects are not sufficient, and the hours of absence. */
export function MatrixTable({ place, matrix, rows, nameOf, hours }: MatrixTableProps) {
  const { t } = useScaleTexts();
  const columns = useColumns({ place, matrix, rows, nameOf, hours });
  return (
    <Table
      label={t('classMatrix.label', { name: matrix.className })}
      className={classes['region']}
      tableClassName={classes['table']}
      rows={rows}
      columns={columns}
      rowId={idOf}
      empty={t('classMatrix.noPupils')}
    />
  );
}

function idOf({ person }: MatrixRow): string {
  return person.id;
}

function useColumns({ place, matrix, rows, nameOf, hours }: MatrixTableProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const { courses, grading, hasAverages: isReckoned, hasInsufficiencies, hasOverall } = matrix;
  return useMemo(
    () =>
      make.columns([
        make.accessor(({ person }) => nameOf(person), {
          id: 'pupil',
          header: t('classMatrix.pupil'),
          sortFn: 'text',
          meta: { isRowHeader: true, hasControls: true, className: classes['name'] },
          cell: ({ row, getValue }) => (
            <button
              type="button"
              id={`matrix-${row.original.person.id}`}
              className={classes['open']}
              title={t('shell.pupil.open')}
              onClick={() =>
                openPupilCard({
                  pupil: row.original.person.id,
                  among: rows.map(({ person }) => person.id),
                  place,
                  onClose: (pupil) =>
                    document.querySelector<HTMLElement>(`#${CSS.escape(`matrix-${pupil}`)}`)?.focus(),
                })
              }
            >
              <span className={classes['number']}>{format.number(row.original.number)}</span>{' '}
              <span>{getValue()}</span>
            </button>
          ),
        }),
        ...courses.map((course) =>
          make.display({
            id: course.subject.id,
            header: () => (
              <abbr className={classes['subject']} title={course.subject.name}>
                {course.subject.shortName}
                <Unseen>{course.subject.name}</Unseen>
              </abbr>
            ),
            meta: { hasControls: true, className: classes[hasAverages(course.scale) ? 'value' : 'words'] },
            cell: ({ row: { original } }) => {
              const cell = original.cells.get(course.subject.id);
              return cell ? (
                <CellLink
                  cell={cell}
                  course={course}
                  grading={grading}
                  href={pupilGradesPath(place.schoolClass, original.person.id, course.subject.id)}
                />
              ) : (
                <span className={classes['notTaught']}>{t('classMatrix.notTaught')}</span>
              );
            },
          }),
        ),
        ...(hasInsufficiencies
          ? [
              make.accessor(({ insufficient }) => insufficient.length, {
                id: 'insufficient',
                header: t('classMatrix.insufficient'),
                sortFn: 'number' as const,
                meta: { className: classes['sum'] },
                cell: ({ row: { original } }) => {
                  const names = original.insufficient.map(({ name }) => name).join(', ');
                  return (
                    <span title={names}>
                      {format.number(original.insufficient.length)}
                      {names !== '' && <Unseen>{names}</Unseen>}
                    </span>
                  );
                },
              }),
            ]
          : []),
        ...(hasOverall && isReckoned
          ? [
              make.display({
                id: 'overall',
                header: t('classMatrix.overall'),
                meta: { className: classes['sum'] },
                cell: ({ row: { original } }) => averageText(original.overall, grading, { t, format }),
              }),
            ]
          : []),
        ...(hours
          ? [
              make.accessor(({ person }) => hours.get(person.id)?.hours.official.absentHalfUnits, {
                id: 'absences',
                header: t('classMatrix.absences'),
                sortFn: 'number' as const,
                sortUndefined: 'last' as const,
                meta: { className: classes['sum'] },
                cell: ({ getValue }) => {
                  const half = getValue();
                  return half === undefined ? t('common.unknown') : hoursText(half, format);
                },
              }),
            ]
          : []),
      ]),
    [courses, grading, isReckoned, hasInsufficiencies, hasOverall, hours, nameOf, place, rows, t, format],
  );
}
