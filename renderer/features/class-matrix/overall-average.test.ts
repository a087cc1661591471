import { firstValueFrom } from 'rxjs';
import { expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { shownAverage } from '../../../domain/grades/averages.ts';
import type { GradeValue } from '../../../domain/kinds/grade/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { councilRecords } from '../../../tests/harness/school/grades/council.ts';
import { classes } from '../../../tests/harness/school/demo-class.ts';
import { TEACHER } from '../../../tests/harness/school/identities.ts';
import { officeRecords } from '../../../tests/harness/school/roster.ts';
import { fixedRegister } from '../../data/testing/fixed-register.ts';
import { classMatrix } from './view.ts';

const [first] = classes;
const name = 'council';
const SCHOOL = [...officeRecords({ name, role: 'teacher' }), ...councilRecords({ name })];

/** The school in which nothing was given but, to each pupil in the first test of some subjects, this. */
const withOnly = (given: Readonly<Record<string, GradeValue>>) =>
  SCHOOL.flatMap((one): readonly RegisterRecord[] => {
    if (one.kind === 'proposal' || one.kind === 'earlierGrade') return [];
    if (one.kind !== 'grade') return [one];
    const value = given[one.subject];
    return value && one.assessment === `council-${one.subject}-0` ? [{ ...one, value }] : [];
  });

async function rowOf(records: readonly RegisterRecord[]) {
  const asked = { schoolClass: first.id, day: '2026-11-23' as LocalDate };
  const matrix = await firstValueFrom(
    classMatrix(fixedRegister(TEACHER, '2026-11-23T09:20', ...records), asked),
  );
  return must(matrix?.rows[0], 'a pupil');
}

const overall = async (records: readonly RegisterRecord[]) => {
  const { overall: exact } = await rowOf(records);
  return exact && shownAverage(exact, 2);
};
const MARKS = {
  italiano: { quarters: 28 },
  matematica: { quarters: 24 },
  'religione-cattolica': { level: 'good' },
} as const;

test('D62: Italian 7, maths 6 and religion «buono» are 6.50', async () => {
  const row = await rowOf(withOnly(MARKS));
  const levels = [...row.cells.values()].flatMap(({ last }) => last?.value.level ?? []);
  expect(levels).toEqual(['good']);
  expect(row.overall && shownAverage(row.overall, 2)).toBe('6.50');
});

test('D62: behaviour is in it as little as religion, however good it is', async () => {
  const records = withOnly({ ...MARKS, storia: { quarters: 40 } });
  expect(await overall(records)).toBe('7.67');
  const asBehaviour = records.map((one): RegisterRecord =>
    one.kind === 'subject' && one.name === 'Storia' ? { ...one, special: 'behaviour' } : one,
  );
  expect(await overall(asBehaviour)).toBe('6.50');
});

test('D62: there is none where no subject has an average', async () => {
  expect(await overall(withOnly({ 'religione-cattolica': { level: 'good' } }))).toBeUndefined();
});
