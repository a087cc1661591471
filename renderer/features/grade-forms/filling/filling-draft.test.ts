import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import type { PersonId } from '../../../../domain/base/ids.ts';
import { assessmentKind } from '../../../../domain/kinds/assessment/kind.ts';
import { gradeKind } from '../../../../domain/kinds/grade/kind.ts';
import { gradeId, type Grade } from '../../../../domain/kinds/grade/record.ts';
import { kindTexts } from '../../../kinds/registry.ts';
import type { GradeDraft } from '../details/grade-draft.ts';
import { fillingDraft, isNewGrade, readFilling, type FillingOf } from './filling-draft.ts';

const it = Object.assign({}, ...kindTexts.map((texts) => texts.it)) as object;
const i18n = createInstance();
await i18n.init({ lng: 'it', resources: { it: { translation: { ...it } } } });
const words = { t: i18n.t, format: { number: (value: number) => String(value).replace('.', ',') } };
const [assessment] = assessmentKind.samples;
const [sample] = gradeKind.samples;
const pupils = ['a', 'b', 'c'] as unknown as readonly PersonId[];
const [a, b, c] = pupils as readonly [PersonId, PersonId, PersonId];
const known: Grade = {
  ...sample,
  id: gradeId(assessment.id, b),
  assessment: assessment.id,
  pupil: b,
  value: { quarters: 24 },
};
const of: FillingOf = {
  assessment,
  grades: new Map([[b, known]]),
  words,
  rules: { ...assessment, grading: undefined },
};
const typed = (rows: Readonly<Record<string, Partial<GradeDraft>>>) =>
  readFilling(
    new Map([...fillingDraft(pupils, of)].map(([pupil, row]) => [pupil, { ...row, ...rows[pupil] }])),
    of,
  );

test('D48 rows that are left as they are write nothing, empty ones not even whether they would count', () => {
  expect(typed({}).cells).toEqual([]);
  expect(typed({ a: { counts: 'no' } }).cells).toEqual([]);
});

test('D48 a row says value, judgement and whether it is in the average', () => {
  const { cells, faults } = typed({
    a: { mark: '7-', counts: 'no' },
    c: { judgement: 'Chiara' },
    b: { counts: 'no' },
  });
  expect(faults.size).toBe(0);
  expect(cells.map(({ cell, change }) => [cell.pupil, change])).toEqual([
    [a, { value: { quarters: 27 }, counts: false }],
    [b, { counts: false }],
    [c, { value: { judgement: 'Chiara' } }],
  ]);
});

test('D46 what is no grade is named at its row, and D49 only a new grade of somebody absent is asked back', () => {
  const { cells, faults } = typed({ a: { mark: 'x' }, b: { mark: '8' }, c: { mark: '5' } });
  expect([...faults.keys()]).toEqual([a]);
  expect(cells.map((cell) => isNewGrade(cell, of.grades))).toEqual([false, true]);
});
