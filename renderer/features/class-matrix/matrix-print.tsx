import type { TFunction } from 'i18next';
import { isBelow } from '../../../domain/grades/standing.ts';
import { useFormat } from '../../i18n/format.ts';
import { useScaleTexts } from '../../i18n/scale-texts.ts';
import { PrintSheet, type SheetHead } from '../../ui/print/print-sheet.tsx';
import type { PupilWithHours } from '../../views/absence-hours/class-hours.ts';
import { hoursText } from '../../views/absence-hours/hours-text.ts';
import { averageText } from '../../views/grades/written-average.ts';
import { PrintedLacks } from './lacks.tsx';
import { pointsBeside, valueText } from './matrix-cell.tsx';
import classes from './matrix-print.module.css';
import type { ClassMatrix, MatrixRow } from './view.ts';

interface MatrixPrintProps {
  readonly sheet: SheetHead;
  readonly matrix: ClassMatrix;
  /** Those that are on the screen: all, or with the filter some. */
  readonly rows: readonly MatrixRow[];
  readonly isFiltered: boolean;
  readonly nameOf: (person: MatrixRow['person']) => string;
  readonly hours: ReadonlyMap<string, PupilWithHours> | undefined;
}

/** The matrix on paper, for the council: it says itself who is left out. Seen by the printer alone. */
export function MatrixPrint({ sheet, matrix, rows, isFiltered, nameOf, hours }: MatrixPrintProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const { courses, grading, hasAverages, hasInsufficiencies, hasOverall } = matrix;
  const words = { t, format };
  const absenceText = (of: PupilWithHours | undefined) =>
    of ? hoursText(of.hours.official.absentHalfUnits, format) : t('common.unknown');
  return (
    <PrintSheet className={classes['sheet']}>
      <h1>{sheet.heading}</h1>
      <p>{sheet.line}</p>
      {isFiltered && (
        <p>
          {t('classMatrix.printedWeak', {
            shown: format.number(rows.length),
            all: format.number(matrix.rows.length),
          })}
        </p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('classMatrix.pupil')}</th>
            {courses.map(({ subject }) => (
              <th key={subject.id} scope="col">
                {subject.shortName}
              </th>
            ))}
            {hasInsufficiencies && <th scope="col">{t('classMatrix.insufficient')}</th>}
            {hasAverages && hasOverall && <th scope="col">{t('classMatrix.overall')}</th>}
            {hours && <th scope="col">{t('classMatrix.absences')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ person, number, cells, insufficient, overall }) => (
            <tr key={person.id}>
              <th scope="row">
                {format.number(number)} {nameOf(person)}
              </th>
              {courses.map((course) => {
                const cell = cells.get(course.subject.id);
                const isLow = isBelow(cell?.standing);
                const text = cell ? valueText(cell, course, grading, words) : t('classMatrix.notTaught');
                const points = cell ? pointsBeside(cell, course, words) : [];
                return (
                  <td key={course.subject.id}>
                    {isLow ? <strong>{`${text}▽`}</strong> : text}
                    {points.map((each) => ` · ${each}`)}
                  </td>
                );
              })}
              {hasInsufficiencies && <td>{format.number(insufficient.length)}</td>}
              {hasAverages && hasOverall && <td>{averageText(overall, grading, words)}</td>}
              {hours && <td>{absenceText(hours.get(person.id))}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p>{legendOf(matrix, rows, t)}</p>
      <PrintedLacks matrix={matrix} nameOf={nameOf} />
      {matrix.isWithoutReligion && <p>{t('classMatrix.noReligion')}</p>}
      <p>{courses.map(({ subject }) => `${subject.shortName} = ${subject.name}`).join(', ')}</p>
    </PrintSheet>
  );
}

/** What the averages are (D59), and the signs that are on the paper (D22). */
function legendOf(
  { courses, grading, hasAverages }: ClassMatrix,
  rows: readonly MatrixRow[],
  t: TFunction,
): string {
  const hasLow = rows.some(({ cells }) =>
    courses.some(({ subject }) => isBelow(cells.get(subject.id)?.standing)),
  );
  return [
    ...(hasAverages ? [t(`classMatrix.way.${grading.average}`)] : []),
    ...(hasLow ? [t('classMatrix.printedLow')] : []),
    ...(hasAverages ? [t('classMatrix.printedNoAverage')] : []),
  ].join(' ');
}
