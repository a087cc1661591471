import type { TFunction } from 'i18next';
import { expect, test, vi } from 'vitest';
import { must } from '../../../../domain/base/assert.ts';
import { fail, ok } from '../../../../domain/base/result.ts';
import { assessmentKind } from '../../../../domain/kinds/assessment/kind.ts';
import { gradeKind } from '../../../../domain/kinds/grade/kind.ts';
import type { Grade } from '../../../../domain/kinds/grade/record.ts';
import { gradeId } from '../../../../domain/record/grade-key.ts';
import type { RegisterCommand, Version } from '../../../data/commands/run.ts';
import type { Register } from '../../../data/register.ts';
import type { SchoolFacts } from '../../../data/school/school-facts.ts';
import type { StepWay } from '../../../ui/grid/model/cells.ts';
import type { CourseGrades } from '../view/course-grades.ts';
import { createRemembered } from './remembered.ts';
import { writeBatch } from './write-batch.ts';

const assessment = must(assessmentKind.samples[0], 'a sample');
const { pupil: PUPIL, ...sample } = must(gradeKind.samples[0], 'a sample');

/** A school of which nothing is known. */
const NO_SCHOOL = { writeFacts: () => ({}) } as unknown as SchoolFacts;

/** A course of one cell that says something. */
function courseWith(value: Grade['value'], isAbsent = false): CourseGrades {
  const grade = { ...sample, id: gradeId(assessment.id, PUPIL), assessment: assessment.id, value };
  return {
    policies: {},
    columns: [{ assessment }],
    pupils: [{ person: { id: PUPIL }, cells: new Map([[assessment.id, { grade, isAbsent }]]) }],
  } as unknown as CourseGrades;
}

test('D78: what is taken back or done again in the grid is so for the reason for which it was done, which is asked once', async () => {
  const asking = {
    absent: vi.fn(),
    reason: vi.fn().mockResolvedValueOnce('Scambio di compiti').mockResolvedValueOnce('Errore di somma'),
  };
  let stood: Grade['value'] = {};
  const reasons: (string | undefined)[] = [];
  /** Takes what has a reason. */
  const run = ({ change }: RegisterCommand) => {
    const current = { ...sample, id: gradeId(assessment.id, PUPIL), pupil: PUPIL, value: stood };
    const wanted = change({ current, assumed: current }, NO_SCHOOL, {} as Version) as Grade;
    const { reason } = wanted.value;
    if (reason === undefined) return Promise.resolve(fail({ kind: 'refused', reason: 'reasonMissing' }));
    reasons.push(reason);
    return Promise.resolve(ok({ before: current, after: wanted }));
  };
  const remembered = createRemembered();
  const t = ((key: string) => key) as unknown as TFunction;
  const write = (of: StepWay, stands: Grade['value'], next: string) => {
    stood = stands;
    return writeBatch([{ row: PUPIL, column: assessment.id, old: '', next }], of, {
      register: { run } as unknown as Register,
      course: courseWith(stands),
      remembered,
      asking,
      t,
    });
  };
  expect(await write({ step: 1, way: 'enter' }, { quarters: 28 }, '')).toEqual([]);
  expect(asking.reason).toHaveBeenCalledTimes(1);
  expect(await write({ step: 1, way: 'undo' }, {}, '7')).toEqual([]);
  expect(await write({ step: 1, way: 'redo' }, { quarters: 28 }, '')).toEqual([]);
  expect(asking.reason).toHaveBeenCalledTimes(1);
  expect(await write({ step: 2, way: 'enter' }, {}, '7')).toEqual([]);
  expect(asking.reason).toHaveBeenCalledTimes(2);
  expect(reasons).toEqual([
    'Scambio di compiti',
    'Scambio di compiti',
    'Scambio di compiti',
    'Errore di somma',
  ]);
});

test('D49: a mark that a colleague gives while it is asked about an absence is left alone, and that is said', async () => {
  let stands: Grade['value'] = {};
  /** Writes over what stands on this device by now. */
  const run = ({ change }: RegisterCommand) => {
    const current = { ...sample, id: gradeId(assessment.id, PUPIL), pupil: PUPIL, value: stands };
    const wanted = change({ current, assumed: current }, {} as SchoolFacts, {} as Version);
    return Promise.resolve(fail({ kind: 'refused', reason: wanted === 'changedSince' ? wanted : 'invalid' }));
  };
  const asking = {
    absent() {
      stands = { quarters: 32 };
      return Promise.resolve(true);
    },
    reason: vi.fn(),
  };
  const at = { row: PUPIL, column: assessment.id, old: '', next: '7' };
  const refused = await writeBatch(
    [at],
    { step: 1, way: 'enter' },
    {
      register: { run } as unknown as Register,
      course: courseWith({}, true),
      remembered: createRemembered(),
      asking,
      t: ((key: string) => key) as unknown as TFunction,
    },
  );
  expect(refused).toEqual([
    { row: PUPIL, column: assessment.id, reason: 'common.refusal.changedSince', isOvertaken: true },
  ]);
  expect(asking.reason).not.toHaveBeenCalled();
});
