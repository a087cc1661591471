import { useEffect, useRef } from 'react';
import type { Instant } from '../../../domain/base/ids.ts';
import { QUARTERS, TENTHS, writeGrade } from '../../../domain/grades/notation.ts';
import { hasAverages } from '../../../domain/grades/scales.ts';
import { standingOf, SUFFICIENT_TENTHS } from '../../../domain/grades/standing.ts';
import { useFormat, type Format } from '../../i18n/format.ts';
import { useScaleTexts } from '../../i18n/scale-texts.ts';
import { TrendLine, type TrendPoint } from '../../ui/charts/trend-line.tsx';
import { giveFocus } from '../../ui/focus/give-focus.ts';
import { standingLook } from '../../ui/grade-look/grade-look.ts';
import type { PeriodMarks } from '../../views/grades/course-marks.ts';
import type { SheetHead } from '../../ui/print/print-sheet.tsx';
import { averageText } from '../../views/grades/written-average.ts';
import { commentsOf, MarkValue, notesOf } from './mark-text.tsx';
import classes from './pupil-grades.module.css';
import { periodsOnPaper, type SheetReader } from './sheet-reader.ts';
import { standText } from './stand-text.ts';
import type { PupilCourse, PupilGrades } from './view.ts';
import { WhatIf } from './what-if.tsx';

/** Two points make a line. */
const FEWEST_POINTS = 2;

interface CourseProps {
  readonly course: PupilCourse;
  readonly grades: PupilGrades;
  readonly period: number;
  readonly sheet: SheetHead;
  readonly now: Instant;
  /** For whom there is paper. */
  readonly reader: SheetReader;
  /** It was asked for by its address: it is shown first, and has the focus. */
  readonly isAsked: boolean;
}

/** One subject of a pupil in a period: the marks as they came, what they come to, how they went on. */
export function CourseMarks({ course, grades, period, sheet, now, reader, isAsked }: CourseProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isAsked && heading.current) giveFocus(heading.current);
  }, [isAsked]);
  const { grading, nameOfClass } = grades;
  const { subject, scale, periods } = course;
  const of = periods[period];
  if (!of) return null;
  return (
    <section className={classes['course']} aria-labelledby={`course-${subject.id}`}>
      <header className={classes['courseHead']}>
        <h2 id={`course-${subject.id}`} ref={heading} tabIndex={-1}>
          {subject.name}
        </h2>
        {hasAverages(scale) && (
          <p className={classes['average']}>
            {t(`pupilGrades.average.${grading.average}`)}{' '}
            <span className={of.average && standingLook(standingOf(of.average), grading.palette)}>
              {averageText(of.average, grading, { t, format })}
            </span>
          </p>
        )}
      </header>
      <p className={classes['quiet']}>{standText(of, course, { t, format }).join(' · ')}</p>
      {of.marks.length > 0 && (
        <ol className={classes['marks']}>
          {of.marks.map((mark) => (
            <li key={mark.id}>
              <span className={classes['day']}>{format.shortDay(mark.day)}</span>
              <span className={classes['mark']}>
                <MarkValue mark={mark} palette={grading.palette} />
              </span>
              <span className={classes['what']}>
                {t(`assessment.type.${mark.type}`)}
                {mark.topic !== '' && `: ${mark.topic}`}
                {[...notesOf(mark, { t, format, now, nameOfClass }), ...commentsOf(mark)].map((note) => (
                  <small key={note}>{note}</small>
                ))}
              </span>
            </li>
          ))}
        </ol>
      )}
      {hasAverages(scale) && (
        <>
          <Trend
            subject={subject.name}
            of={of}
            onPaper={periodsOnPaper(course, reader, now)[period] ?? of}
            sheet={sheet}
          />
          <WhatIf subject={subject.name} of={of} grading={grading} />
        </>
      )}
    </section>
  );
}

interface TrendProps {
  readonly subject: string;
  readonly of: PeriodMarks;
  /** What of it goes on paper (D61). */
  readonly onPaper: PeriodMarks;
  readonly sheet: SheetHead;
}

function Trend({ subject, of, onPaper, sheet }: TrendProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const drawn = (marks: PeriodMarks['marks']) => {
    const points = pointsOf(marks, format);
    const [first = { text: '' }] = points;
    const last = points.at(-1) ?? first;
    const numbers = { count: points.length, first: first.text, last: last.text };
    const summary = points.length === 0 ? t('pupilGrades.none') : t('pupilGrades.trend.summary', numbers);
    return { points, summary };
  };
  const shown = drawn(of.marks);
  if (shown.points.length < FEWEST_POINTS) return null;
  return (
    <details className={classes['fold']}>
      <summary>{t('pupilGrades.trend.title')}</summary>
      <TrendLine
        title={t('pupilGrades.trend.of', { subject })}
        columns={[t('pupilGrades.day'), t('pupilGrades.mark')]}
        sheet={sheet}
        {...shown}
        onPaper={drawn(onPaper.marks)}
        span={{ from: TENTHS.lowest, to: TENTHS.highest }}
        threshold={SUFFICIENT_TENTHS / QUARTERS}
        numberText={format.number}
      />
    </details>
  );
}

function pointsOf(marks: PeriodMarks['marks'], format: Format): readonly TrendPoint[] {
  return marks.flatMap(({ id, day, quarters, notCounted }) =>
    quarters === undefined
      ? []
      : [
          {
            id,
            label: format.shortDay(day),
            value: quarters / QUARTERS,
            text: writeGrade(quarters),
            isHollow: notCounted !== undefined,
          },
        ],
  );
}
