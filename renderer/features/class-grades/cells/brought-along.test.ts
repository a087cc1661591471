import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import type { EarlierGrade } from '../../../../domain/kinds/earlier-grade/record.ts';
import { kinds } from '../../../../domain/kinds/registry.ts';
import { sampleYear } from '../../../../domain/testing/sample.ts';
import { kindTexts } from '../../../kinds/registry.ts';
import { periodsOfPupil } from '../../../views/grades/course-marks.ts';
import type { CourseGrades } from '../view/course-grades.ts';
import type { PupilGrades } from '../view/course-rows.ts';
import { it as own } from '../texts.it.ts';
import type { FactWords } from './cell-facts.ts';
import { EDGE, edgeCells } from './edge-cells.ts';
import type { DrawnWith } from './grid-cell.ts';
import { levelTexts } from '../../../views/grades/mark-words.ts';

const translation = Object.assign({}, own, ...kindTexts.map((texts) => texts.it)) as object;
const i18n = createInstance();
await i18n.init({ lng: 'it', resources: { it: { translation } }, interpolation: { escapeValue: false } });
const words = { t: i18n.t, format: { number: String, shortDay: String } } as unknown as FactWords;
const [sample] = kinds.earlierGrade.samples;

describe('D66, D81: of words the row counts what was brought along', () => {
  const brought = (day: string, level: 'good' | 'fair'): EarlierGrade => {
    const { quarters: _number, ...rest } = sample;
    return { ...rest, id: day, grade: day, scale: 'primary', day: day as LocalDate, value: { level } };
  };
  const [standing] = periodsOfPupil(
    { grades: [], earlier: [brought('2026-10-06', 'good'), brought('2026-10-20', 'fair')] },
    { scale: 'primary', year: sampleYear, grading: undefined },
  );
  if (!standing) throw new Error('it has a period');

  test('at the edge of the grid: the last judgement in time, and how many', () => {
    const pupil = { standing, before: [], cells: new Map() } as unknown as PupilGrades;
    const course = { scale: 'primary', policies: {}, columns: [] } as unknown as CourseGrades;
    const cells = edgeCells(pupil, course, { words, look: '' } as unknown as DrawnWith);
    expect([cells[EDGE.last]?.text, cells[EDGE.count]?.text]).toEqual(['discreto', '2']);
  });

  test('and beside it, how often each', () => {
    expect(levelTexts(standing, words)).toEqual(['1 buono', '1 discreto']);
  });
});
