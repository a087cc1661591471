import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import type { PersonId } from '../../../../domain/base/ids.ts';
import { assessmentKind } from '../../../../domain/kinds/assessment/kind.ts';
import { gradeKind } from '../../../../domain/kinds/grade/kind.ts';
import type { Grade } from '../../../../domain/kinds/grade/record.ts';
import { gradeId } from '../../../../domain/record/grade-key.ts';
import { kindTexts } from '../../../kinds/registry.ts';
import type { GradeDraft } from '../details/grade-draft.ts';
import { afterSaving, fillingDraft, owedAReason, readFilling, type FillingOf } from './filling-draft.ts';

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
  absent: [],
  words,
  rules: { ...assessment, grading: undefined },
};
const typed = (rows: Readonly<Record<string, Partial<GradeDraft>>>, on = of) =>
  readFilling(
    new Map([...fillingDraft(pupils, on)].map(([pupil, row]) => [pupil, { ...row, ...rows[pupil] }])),
    on,
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

test('D46 what is no grade is named at its row, and the others are read', () => {
  const { cells, faults } = typed({ a: { mark: 'x' }, b: { mark: '8' }, c: { mark: '5' } });
  expect([...faults.keys()]).toEqual([a]);
  expect(cells.map(({ cell }) => cell.pupil)).toEqual([b, c]);
});

test('D49 every mark of somebody absent is asked back, "assente alla prova" and what says nothing of the value are not', () => {
  const asked = (rows: Readonly<Record<string, Partial<GradeDraft>>>) =>
    typed(rows, { ...of, absent: pupils }).cells.map(({ asksAbsent, change }) => [
      asksAbsent,
      change.absentOnDay,
    ]);
  expect(asked({ a: { mark: '7' }, b: { mark: '8' }, c: { judgement: 'Chiara' } })).toEqual([
    [true, true],
    [true, true],
    [true, true],
  ]);
  expect(asked({ a: { mark: 'ass' }, b: { counts: 'no' } })).toEqual([
    [false, undefined],
    [false, undefined],
  ]);
});

test('what was written is no change any more, whatever comes of it; what a colleague wrote meanwhile is seen, and what was typed waits over it', () => {
  const draft = new Map(fillingDraft(pupils, of));
  const typeIn = (pupil: PersonId, changes: Partial<GradeDraft>) => {
    const row = draft.get(pupil);
    if (row) draft.set(pupil, { ...row, ...changes });
  };
  typeIn(a, { mark: '7', judgement: 'Chiara' });
  typeIn(b, { mark: '8' });
  const { cells } = readFilling(draft, of);
  const written = cells.filter(({ cell: { pupil } }) => pupil === a);
  const stand = new Map([[b, { ...known, value: { quarters: 36, judgement: 'Del collega' } }]]);
  const next = afterSaving({ draft, of }, { written, stand });
  expect(next.draft.get(b)).toMatchObject({ mark: '8', judgement: 'Del collega' });
  expect(next.grades.get(a)).toEqual({ value: { quarters: 28, judgement: 'Chiara' } });
  const again = readFilling(next.draft, { ...of, grades: next.grades }).cells;
  expect(again.map(({ cell, change }) => [cell.pupil, change])).toEqual([
    [b, { value: { quarters: 32, judgement: 'Del collega' } }],
  ]);
});

test('D78 the reason is of whoever it was asked for, as long as they are refused, and of nobody who is written beside them', () => {
  const refused = (pupil: PersonId, reason: 'reasonMissing' | 'changedSince') => ({
    cell: { assessment, pupil },
    failure: { kind: 'refused', reason } as const,
  });
  const first = owedAReason(new Set(), {
    refused: [refused(a, 'reasonMissing'), refused(c, 'changedSince')],
  });
  expect([...first]).toEqual([a]);
  const second = owedAReason(first, { refused: [refused(a, 'changedSince'), refused(b, 'reasonMissing')] });
  expect([...second]).toEqual([a, b]);
  expect(owedAReason(second, { refused: [refused(c, 'changedSince')] }).size).toBe(0);
});
