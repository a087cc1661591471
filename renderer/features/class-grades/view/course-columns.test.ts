import { firstValueFrom } from 'rxjs';
import { expect, test } from 'vitest';
import { must } from '../../../../domain/base/assert.ts';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { assignmentId, type Assignment } from '../../../../domain/kinds/assignment/record.ts';
import { kinds } from '../../../../domain/kinds/registry.ts';
import { sampleEnvelope } from '../../../../domain/record/sample-values.ts';
import { sample } from '../../../../domain/testing/sample.ts';
import { bianchi, fixedRegister, mondayOf1A } from '../../../data/testing/fixed-register.ts';
import { courseGrades as courseForms, whyNotWritten } from '../../grade-forms/view.ts';
import { courseGrades } from './course-grades.ts';

const day = (text: string) => text as LocalDate;
const [OCTOBER, DAY] = [day('2026-10-06'), day('2026-11-23')];
const [ofMaths] = kinds.assignment.samples;

/** The subject was somebody else’s until November: until then its teacher of now supported a pupil in it. */
const taught: Assignment = { ...ofMaths, from: day('2026-11-01') };
const supported: Assignment = {
  ...ofMaths,
  id: assignmentId(sample.bianchi, sample.class, sample.maths, sample.pupil),
  type: 'support',
  pupil: sample.pupil,
  to: day('2026-10-31'),
};
const column = (id: string, on: LocalDate): Assessment => ({
  ...sampleEnvelope,
  id,
  kind: 'assessment',
  day: on,
  class: sample.class,
  subject: sample.maths,
  scale: 'tenths',
  teacher: sample.neri,
  type: 'written',
  serial: 0,
  topic: '',
  comment: '',
  weight: 100,
  counts: true,
  visible: true,
});

test('D24, F.5: a column of a day on which I only supported a pupil is not mine in the grid, as it is not in its dialogs', async () => {
  const columns = [column('october', OCTOBER), column('november', DAY)];
  const records = [...mondayOf1A(sample.bianchi), taught, supported, ...columns];
  const register = fixedRegister(bianchi, `${DAY}T09:20`, ...records);
  const asked = { schoolClass: sample.class, day: DAY, subject: sample.maths, period: 0 };
  const grid = must(await firstValueFrom(courseGrades(register, asked)), 'a course');
  const forms = must(await firstValueFrom(courseForms(register, sample.class, sample.maths)), 'a course');
  expect(grid.lock).toBeUndefined();
  expect(grid.columns.map(({ isMine }) => isMine)).toEqual([false, true]);
  expect(columns.map((one) => whyNotWritten(forms, one))).toEqual(['notMine', undefined]);
});
