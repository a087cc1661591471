import { createInstance, type TFunction } from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { toPersonId } from '../../../../domain/base/ids.ts';
import { must } from '../../../../domain/base/assert.ts';
import { assessmentKind } from '../../../../domain/kinds/assessment/kind.ts';
import { gradeKind } from '../../../../domain/kinds/grade/kind.ts';
import { gradeId, type Grade } from '../../../../domain/kinds/grade/record.ts';
import { grade as words } from '../../../kinds/grade/words.ts';
import type { CourseGrades } from '../view/course-grades.ts';
import { plannedWrite } from './planned-write.ts';
import { createRemembered } from './remembered.ts';

const PUPIL = toPersonId('anna');
const assessment = must(assessmentKind.samples[0], 'a sample');
const sample: Grade = {
  ...must(gradeKind.samples[0], 'a sample'),
  id: gradeId(assessment.id, PUPIL),
  assessment: assessment.id,
  pupil: PUPIL,
};
let t: TFunction;

beforeAll(async () => {
  const i18n = createInstance();
  await i18n.init({ lng: 'it', resources: { it: { translation: words.texts.it } } });
  t = i18n.t;
});

/** A course of one cell, as far as a write asks for it. */
function courseWith(grade: Grade | undefined, isAbsent = false): CourseGrades {
  const cell = { grade, isAbsent };
  return {
    policies: {},
    columns: [{ assessment }],
    pupils: [{ person: { id: PUPIL }, cells: new Map([[assessment.id, cell]]) }],
  } as unknown as CourseGrades;
}

const change = (old: string, next: string) => ({ row: PUPIL, column: assessment.id, old, next });

test('D49 a mark for somebody who was absent is asked about, "assente alla prova" is not, and what was confirmed is not asked again', () => {
  const remembered = createRemembered();
  const absent = courseWith(undefined, true);
  expect(plannedWrite(change('', '7'), absent, remembered, { t })).toMatchObject({
    asksAbsent: true,
    change: { value: { quarters: 28 }, absentOnDay: true },
  });
  expect(plannedWrite(change('', 'ass'), absent, remembered, { t })).toMatchObject({ asksAbsent: false });
  const confirmed = courseWith({ ...sample, absentOnDay: true }, true);
  expect(plannedWrite(change('6', '7'), confirmed, remembered, { t })).toMatchObject({ asksAbsent: false });
});

test('D45 a cleared cell cancels its grade, and an undo brings back the sentences that stood beside it', () => {
  const remembered = createRemembered();
  const judged = courseWith({ ...sample, value: { quarters: 28, judgement: 'Preciso' } });
  expect(plannedWrite(change('7', ''), judged, remembered, { t })?.change).toEqual({ value: {} });
  const cleared = courseWith({ ...sample, value: {} });
  expect(plannedWrite(change('', '7'), cleared, remembered, { t })?.change).toEqual({
    value: { quarters: 28, judgement: 'Preciso' },
  });
});

test('a filled rubric that was written over comes back as it was', () => {
  const remembered = createRemembered();
  const rubric = [{ criterion: 'a', level: 1 }];
  plannedWrite(change('8', '7'), courseWith({ ...sample, value: { rubric } }), remembered, { t });
  const over = courseWith({ ...sample, value: { quarters: 28 } });
  expect(plannedWrite(change('7', '8'), over, remembered, { t })?.change).toEqual({ value: { rubric } });
});

test('a cell that is here no more is not written', () => {
  const gone = { ...courseWith(undefined), columns: [] };
  expect(plannedWrite(change('', '7'), gone, createRemembered(), { t })).toBeUndefined();
});
