import { mean, type Fraction } from '../../../../domain/grades/fraction.ts';
import { countMissing } from '../../../../domain/grades/needed-grades.ts';
import { hasAverages } from '../../../../domain/grades/scales.ts';
import { standingOf } from '../../../../domain/grades/standing.ts';
import { valueText } from '../../../kinds/telling.ts';
import type { GridCell, GridCells } from '../../../ui/grid/model/cells.ts';
import { standingLook } from '../../../ui/grade-look/grade-look.ts';
import type { CourseGrades } from '../view/course-grades.ts';
import { isOnRoll } from '../view/course-columns.ts';
import type { PupilGrades } from '../view/course-rows.ts';
import { lastInWords } from '../../../views/grades/course-marks.ts';
import { eventTexts, missingTexts } from '../../../views/grades/mark-words.ts';
import { markText } from '../../../views/grades/typed-mark.ts';
import classes from '../class-grades.module.css';
import { averageText } from '../../../views/grades/written-average.ts';
import { averageTexts } from './standing-texts.ts';
import type { DrawnWith } from './grid-cell.ts';

/** The columns at the edge of a course. */
export const EDGE = { average: 'average', last: 'last', count: 'count' } as const;
/** The row below the pupils. */
export const FOOT = '#class';

/** The column of a period that is over. */
export function beforeColumn(index: number): string {
  return `before-${index}`;
}

/** By which rules of a course the edge of a row is made. */
export type EdgeRules = Pick<CourseGrades, 'scale' | 'policies'>;

/** What stands at the edge of a pupil’s row: the averages, or of words the last one, and what is lacking. */
export function edgeCells(pupil: PupilGrades, course: EdgeRules, drawn: DrawnWith): GridCells {
  const { words } = drawn;
  const { standing, before } = pupil;
  const counted = (hasAverages(course.scale) ? standing.counted : standing.marks).length;
  const shown = words.format.number(counted);
  const lacking = countMissing(standing.missing);
  const note = [...missingTexts(standing, words.t), ...eventTexts(standing, words)].join('; ');
  const count: GridCell = {
    text: shown,
    ...(lacking === 0
      ? {}
      : {
          drawn: words.t('classGrades.countLacking', { number: shown, count: lacking }),
          look: classes['count'],
        }),
    ...(note === '' ? {} : { note }),
  };
  if (!hasAverages(course.scale)) return { [EDGE.last]: lastCell(pupil, drawn), [EDGE.count]: count };
  return {
    ...Object.fromEntries(
      before.map(({ average, proposed }, index) => {
        const cell = averageCell(average, course, drawn);
        const said = proposed && valueText('proposal', 'proposed', proposed, { ...words, index: undefined });
        return [
          beforeColumn(index),
          said === undefined
            ? cell
            : {
                ...cell,
                drawn: `${cell.text} → ${said}`,
                note: words.t('classGrades.proposed', { value: said }),
              },
        ];
      }),
    ),
    [EDGE.average]: {
      ...averageCell(standing.average, course, drawn),
      note: averageTexts(standing, course, words).join('; '),
    },
    [EDGE.count]: count,
  };
}

/** What stands below the columns: what they come to in the class as it is (of words there is no mean, D66), and how many of those who might have a grade. */
export function footCells(course: CourseGrades, { words }: DrawnWith): GridCells {
  const { columns, pupils, policies, scale } = course;
  const text = (exact: Fraction | undefined) =>
    exact && hasAverages(scale) ? averageText(exact, policies, words) : '';
  const ofClass = mean(pupils.filter(isOnRoll).flatMap(({ standing }) => standing.average ?? []));
  return {
    ...Object.fromEntries(
      columns.map(({ assessment, foot: { average, given, asked } }): [string, GridCell] => {
        const count = `${words.format.number(given)}/${words.format.number(asked)}`;
        const shown = [text(average), count].filter((part) => part !== '').join(' · ');
        return [assessment.id, { text: shown, note: words.t('classGrades.givenOf', { given, all: asked }) }];
      }),
    ),
    [EDGE.average]: { text: text(ofClass) },
  };
}

function averageCell(exact: Fraction | undefined, { policies }: EdgeRules, drawn: DrawnWith): GridCell {
  const { words, palette, look } = drawn;
  return {
    text: averageText(exact, policies, words),
    look: exact ? `${look} ${standingLook(standingOf(exact), palette)}` : look,
  };
}

/** The last judgement in time, of whoever has none the last points (D66); also what was brought along (D81). */
function lastCell({ standing: { marks } }: PupilGrades, { words, palette, look }: DrawnWith): GridCell {
  const last = lastInWords(marks);
  if (!last) return { text: '' };
  const { value, maximum, filled, standing } = last;
  const text = markText(value, { test: maximum === undefined ? undefined : { maximum }, filled }, words);
  if (value.level === undefined || standing === undefined) return { text, look };
  return { text, look: `${look} ${classes['word'] ?? ''} ${standingLook(standing, palette)}` };
}
