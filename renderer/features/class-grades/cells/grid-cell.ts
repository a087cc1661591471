import { isEmptyValue } from '../../../../domain/grades/said-value.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { pointsOfRubric } from '../../../../domain/kinds/grade/as-entry.ts';
import type { GridCell } from '../../../ui/grid/model/cells.ts';
import { standingLook, type Palette } from '../../../ui/grade-look/grade-look.ts';
import type { CourseCell } from '../view/course-cell.ts';
import { copiedMark, markText } from '../../../views/grades/typed-mark.ts';
import classes from '../class-grades.module.css';
import { cellFacts, valueInWords, type FactWords } from './cell-facts.ts';
import { CELL_SIGNS, signsOf, type CellTrouble } from './cell-signs.ts';

/** What a cell is drawn with. */
export interface DrawnWith {
  readonly words: FactWords;
  readonly palette: Palette | undefined;
  /** More names of classes for every grade. */
  readonly look: string;
}

/** A cell of a course as the grid shows it: the mark and its signs to look at, in its note all of it in words. */
export function gridCell(
  cell: CourseCell,
  assessment: Assessment,
  trouble: CellTrouble | undefined,
  { words, palette, look }: DrawnWith,
): GridCell {
  const { t } = words;
  const value = cell.grade?.value ?? {};
  const filled = pointsOfRubric(assessment, value);
  const text = markText(value, { test: assessment.test, number: cell.quarters, filled }, words);
  const isUnwritten = text === '' && cell.isGiven;
  const isByLevels = isUnwritten && isEmptyValue(value);
  const short = isUnwritten
    ? t(isByLevels ? 'grade.inLevels' : 'grade.inWords')
    : shortText(cell, text, words);
  const signs = signsOf(cell, trouble).map((sign) => CELL_SIGNS[sign]);
  const drawn = [short, ...signs].filter((part) => part !== '').join(' ');
  const said = valueInWords(cell, assessment, words);
  const note = [
    // A number is read as it stands.
    ...(said === undefined || said === text ? [] : [said]),
    ...cellFacts(cell, assessment, trouble, words),
  ].join('; ');
  const copied = copiedMark(text, value, words);
  return {
    text,
    ...(copied === undefined ? {} : { copied }),
    ...(drawn === text ? {} : { drawn }),
    look: [
      look,
      value.level && classes['word'],
      cell.notCounted === 'recovered' && classes['recovered'],
      cell.standing && standingLook(cell.standing, palette),
    ]
      .filter(Boolean)
      .join(' '),
    ...(note === '' ? {} : { note }),
    // What a rubric comes to is its column's word, too.
    ...(cell.writer && value.rubric === undefined ? { by: cell.writer.surname } : {}),
    ...(isUnwritten
      ? { stays: t(isByLevels ? 'classGrades.levelsStay' : 'classGrades.judgementStays') }
      : {}),
    ...(cell.isAbsent || cell.away !== undefined ? { isShaded: true } : {}),
    ...(cell.away === undefined ? {} : { locked: t(`common.refusal.${cell.away}`) }),
  };
}

/** Of points also the grade that they come to (D53). */
function shortText({ grade, quarters }: CourseCell, text: string, words: FactWords): string {
  const { score, rubric } = grade?.value ?? {};
  if (quarters === undefined || (score === undefined && rubric === undefined)) return text;
  const reckoned = markText({ quarters }, {}, words);
  return reckoned === text ? text : `${text} · ${reckoned}`;
}
