import { createInstance, type TFunction } from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { toPersonId } from '../../../../domain/base/ids.ts';
import { must } from '../../../../domain/base/assert.ts';
import { assessmentKind } from '../../../../domain/kinds/assessment/kind.ts';
import { gradeKind } from '../../../../domain/kinds/grade/kind.ts';
import type { Grade } from '../../../../domain/kinds/grade/record.ts';
import { gradeId } from '../../../../domain/record/grade-key.ts';
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

/** Something that is entered, as the first step of a grid. */
const ENTERED = { step: 1, way: 'enter' } as const;

test('D49 a mark for somebody who was absent is asked about, "assente alla prova" is not, and what was confirmed is not asked again', () => {
  const remembered = createRemembered();
  const absent = courseWith(undefined, true);
  expect(plannedWrite(change('', '7'), ENTERED, absent, remembered, { t })).toMatchObject({
    asksAbsent: true,
    change: { value: { quarters: 28 }, absentOnDay: true },
  });
  expect(plannedWrite(change('', 'ass'), ENTERED, absent, remembered, { t })).toMatchObject({
    asksAbsent: false,
  });
  const confirmed = courseWith({ ...sample, absentOnDay: true }, true);
  expect(plannedWrite(change('6', '7'), ENTERED, confirmed, remembered, { t })).toMatchObject({
    asksAbsent: false,
  });
});

test('D45 a cleared cell cancels its grade, and taking that back brings back the sentences that stood beside it', () => {
  const remembered = createRemembered();
  const judged = courseWith({ ...sample, value: { quarters: 28, judgement: 'Preciso' } });
  expect(plannedWrite(change('7', ''), ENTERED, judged, remembered, { t })).toMatchObject({
    change: { value: {} },
  });
  const cleared = courseWith({ ...sample, value: {} });
  const undone = plannedWrite(change('', '7'), { step: 1, way: 'undo' }, cleared, remembered, { t });
  expect(undone).toMatchObject({ change: { value: { quarters: 28, judgement: 'Preciso' } } });
  expect(plannedWrite(change('7', ''), { step: 1, way: 'redo' }, judged, remembered, { t })).toMatchObject({
    change: { value: {} },
  });
});

test('D45 what is typed is read as typed, whatever the cell has said under the same text before', () => {
  const remembered = createRemembered();
  const judged = courseWith({ ...sample, value: { quarters: 28, judgement: 'Preciso' } });
  plannedWrite(change('7', ''), ENTERED, judged, remembered, { t });
  const cleared = courseWith({ ...sample, value: {} }, true);
  const again = { step: 2, way: 'enter' } as const;
  expect(plannedWrite(change('', '7'), again, cleared, remembered, { t })).toMatchObject({
    change: { value: { quarters: 28 } },
    asksAbsent: true,
  });
  const rubric = [{ criterion: 'a', level: 1 }];
  plannedWrite(change('8', '7'), ENTERED, courseWith({ ...sample, value: { rubric } }), remembered, { t });
  const over = courseWith({ ...sample, value: { quarters: 28, judgement: 'Di oggi' } });
  const typed = plannedWrite(change('7', '8'), again, over, remembered, { t });
  expect(typed).toMatchObject({ change: { value: { quarters: 32, judgement: 'Di oggi' } } });
});

test('a filled rubric that was written over comes back as it was, and so does a confirmed absence (D49)', () => {
  const remembered = createRemembered();
  const rubric = [{ criterion: 'a', level: 1 }];
  const filled = courseWith({ ...sample, value: { rubric }, absentOnDay: true }, true);
  plannedWrite(change('8', 'ass'), ENTERED, filled, remembered, { t });
  const over = courseWith({ ...sample, value: { event: 'absentAtTest' } }, true);
  expect(plannedWrite(change('ass.', '8'), { step: 1, way: 'undo' }, over, remembered, { t })).toMatchObject({
    asksAbsent: false,
    change: { value: { rubric }, absentOnDay: true },
  });
});

test('a cell is not taken back over what a colleague has said beside the same mark since', () => {
  const remembered = createRemembered();
  plannedWrite(change('', '7'), ENTERED, courseWith(undefined), remembered, { t });
  const judged = courseWith({ ...sample, value: { quarters: 28, judgement: 'Del collega' } });
  const undone = plannedWrite(change('7', ''), { step: 1, way: 'undo' }, judged, remembered, { t });
  expect(undone).toBe('changedSince');
});

test('what is entered, cleared, taken back or done again is written over what stood there, and nothing that comes while something is asked', () => {
  const remembered = createRemembered();
  const judged = courseWith({ ...sample, value: { quarters: 24, judgement: 'Preciso' } });
  const seen = { value: { quarters: 24, judgement: 'Preciso' } };
  expect(plannedWrite(change('6', '7'), ENTERED, judged, remembered, { t })).toMatchObject({
    change: { seen },
  });
  const cleared = { step: 2, way: 'enter' } as const;
  expect(plannedWrite(change('6', ''), cleared, judged, remembered, { t })).toMatchObject({
    change: { seen },
  });
  const back = { step: 2, way: 'undo' } as const;
  const empty = courseWith({ ...sample, value: {} });
  expect(plannedWrite(change('', '6'), back, empty, remembered, { t })).toMatchObject({
    change: { seen: { value: {} } },
  });
  expect(
    plannedWrite(change('', '7'), ENTERED, courseWith(undefined, true), remembered, { t }),
  ).toMatchObject({
    asksAbsent: true,
    change: { seen: { value: {} } },
  });
});

test('a cell that is here no more is not written', () => {
  const gone = { ...courseWith(undefined), columns: [] };
  expect(plannedWrite(change('', '7'), ENTERED, gone, createRemembered(), { t })).toBe('gone');
});
