import type { Instant } from '../../../domain/base/ids.ts';
import { hasAverages } from '../../../domain/grades/scales.ts';
import { useFormat } from '../../i18n/format.ts';
import { inScale, useScaleTexts } from '../../i18n/scale-texts.ts';
import { PrintSheet, type SheetHead } from '../../ui/print/print-sheet.tsx';
import { averageText } from '../../views/grades/written-average.ts';
import { markInWords } from '../../views/grades/mark-words.ts';
import { commentsOf, notesOf } from './mark-text.tsx';
import classes from './pupil-grades-print.module.css';
import { periodsOnPaper, type SheetReader } from './sheet-reader.ts';
import { standText } from './stand-text.ts';
import type { PupilGrades } from './view.ts';

interface PupilGradesPrintProps {
  readonly sheet: SheetHead;
  readonly grades: PupilGrades;
  readonly period: number;
  readonly now: Instant;
  readonly reader: SheetReader;
}

/** The marks of a pupil in a period on paper, in clear words (D83), as far as whoever gets it may see them (D61). Seen by the printer alone. */
export function PupilGradesPrint({ sheet, grades, period, now, reader }: PupilGradesPrintProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const { courses, grading, isWithoutReligion, nameOfClass } = grades;
  const way = t(`pupilGrades.average.${grading.average}`);
  return (
    <PrintSheet className={classes['sheet']}>
      <h1>{sheet.heading}</h1>
      <p>{sheet.line}</p>
      {isWithoutReligion && <p>{t('pupilGrades.noReligion')}</p>}
      {courses.map((course) => {
        const of = periodsOnPaper(course, reader, now)[period];
        if (!of) return null;
        const words = { t: inScale(t, course.scale), format, now, nameOfClass };
        const average = averageText(of.average, grading, words);
        return (
          <table key={course.subject.id}>
            <caption>
              {[
                course.subject.name,
                ...(hasAverages(course.scale) ? [`${way} ${average}`] : []),
                ...standText(of, course, words),
              ].join(' · ')}
            </caption>
            {of.marks.length > 0 && (
              <tbody>
                {of.marks.map((mark) => (
                  <tr key={mark.id}>
                    <td>{format.numericDay(mark.day)}</td>
                    <td>
                      {mark.notCounted === 'recovered' ? (
                        <s>{markInWords(mark.value, mark, words)}</s>
                      ) : (
                        markInWords(mark.value, mark, words)
                      )}
                    </td>
                    <td>
                      {[
                        t(`assessment.type.${mark.type}`),
                        ...(mark.topic === '' ? [] : [mark.topic]),
                        ...notesOf(mark, words),
                        ...commentsOf(mark),
                      ].join(' · ')}
                    </td>
                  </tr>
                ))}
              </tbody>
            )}
          </table>
        );
      })}
    </PrintSheet>
  );
}
