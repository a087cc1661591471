import { firstValueFrom } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import { toSubjectId, type LocalDate } from '../../../domain/base/ids.ts';
import { shownAverage } from '../../../domain/grades/averages.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { councilRecords } from '../../../tests/harness/school/grades/council.ts';
import { classes } from '../../../tests/harness/school/demo-class.ts';
import { TEACHER } from '../../../tests/harness/school/identities.ts';
import { officeRecords } from '../../../tests/harness/school/roster.ts';
import type { Format } from '../../i18n/format.ts';
import { fixedRegister } from '../../data/testing/fixed-register.ts';
import { pointsBeside } from './matrix-cell.tsx';
import { distributionOf } from './distribution-of.ts';
import { classMatrix, levelsIn } from './view.ts';

const [first] = classes;
const DAY = '2026-11-23' as LocalDate;
const schoolOf = (name: 'council' | 'councilPrimary' | 'councilFrozen') => [
  ...officeRecords({ name, role: 'teacher' }),
  ...councilRecords({ name }),
];
const matrixOf = async (records: readonly RegisterRecord[], period?: number) =>
  must(
    await firstValueFrom(
      classMatrix(fixedRegister(TEACHER, '2026-11-23T09:20', ...records), {
        schoolClass: first.id,
        day: DAY,
        period,
      }),
    ),
    'a known class',
  );
const words = {
  t: ((key: string) => key) as unknown as Parameters<typeof distributionOf>[2]['t'],
  format: { number: String } as unknown as Format,
};

describe('the matrix of a class', () => {
  test('has a line for each pupil of the day, in the order and with the numbers of the roll', async () => {
    const { rows } = await matrixOf(schoolOf('council'));
    expect(rows).toHaveLength(28);
    expect(rows.slice(0, 2).map(({ number, person }) => [number, person.surname])).toEqual([
      [1, 'Àlvarez Gutiérrez'],
      [2, 'Ben Abdallah'],
    ]);
  });

  test('D62: the overall average is that of the subjects that have one, without religion, and only where the school shows it', async () => {
    const records = schoolOf('council');
    const [row] = (await matrixOf(records)).rows;
    const exact = must(row?.overall, 'an overall average');
    const of = [...must(row, 'a pupil').cells.values()].flatMap(({ average }) => average ?? []);
    expect(of).toHaveLength(11);
    const sum = of.reduce(
      (all, { numerator, denominator }) => all + Number(numerator) / Number(denominator),
      0,
    );
    expect(shownAverage(exact, 2)).toBe((sum / of.length).toFixed(2));
    const silent = records.map((one) =>
      one.kind === 'school' ? { ...one, policies: { ...one.policies, grading: {} } } : one,
    );
    expect((await matrixOf(silent)).rows[0]?.overall).toBeUndefined();
  });

  test('D58: who has no mark that counts has no average, and is not insufficient', async () => {
    const { rows } = await matrixOf(schoolOf('council'));
    const row = must(
      rows.find(({ person }) => person.surname === 'Esposito'),
      'Esposito',
    );
    const civics = must(row.cells.get(toSubjectId('educazione-civica')), 'civics');
    expect(civics).toMatchObject({ count: 0, levels: [] });
    expect(civics.average).toBeUndefined();
    expect(row.insufficient).toEqual([]);
  });

  test('D65: says subject by subject who lacks how many marks of which type', async () => {
    const { lacks } = await matrixOf(schoolOf('council'));
    const ofCivics = lacks.filter(({ subject }) => subject.name === 'Educazione civica');
    expect(ofCivics.map(({ type, count, pupils }) => [type, count, pupils.length])).toEqual([
      ['written', 1, 27],
      ['oral', 2, 28],
      ['written', 2, 1],
    ]);
  });

  test('D66: of a primary class it has the latest judgement and how often each was given, the best first', async () => {
    const matrix = await matrixOf(schoolOf('councilPrimary'));
    expect(matrix.hasAverages).toBe(false);
    expect(matrix.lacks).toEqual([]);
    const [row] = matrix.rows;
    const cell = must(row?.cells.get(toSubjectId('italiano')), 'Italian');
    expect(cell.last?.value.level).toBeDefined();
    expect(cell.levels.reduce((sum, { count }) => sum + count, 0)).toBe(cell.count);
    expect(cell.average).toBeUndefined();
  });

  test('D25, D66, D179: the insufficiencies of a primary class are what its scale calls so, by the latest judgement and without religion', async () => {
    const matrix = await matrixOf(schoolOf('councilPrimary'));
    expect(matrix.hasInsufficiencies).toBe(true);
    const religion = matrix.courses.flatMap(({ scale, subject }) =>
      scale === 'religion' ? [subject.id] : [],
    );
    const below = matrix.rows.map(({ cells }) =>
      [...cells]
        .filter(([, { last }]) =>
          ['notSufficient', 'insufficient', 'mediocre'].includes(last?.value.level ?? ''),
        )
        .map(([id]) => id),
    );
    expect(below.flat().some((id) => religion.includes(id))).toBe(true);
    expect(matrix.rows.map(({ insufficient }) => insufficient.map(({ id }) => id))).toEqual(
      below.map((ids) => ids.filter((id) => !religion.includes(id))),
    );
    expect(below.flat().length).toBeGreaterThan(matrix.rows.length);
  });

  test('D22: the legend has every judgement that is on the page by its abbreviation, of religion too', async () => {
    for (const name of ['council', 'councilPrimary'] as const) {
      const matrix = await matrixOf(schoolOf(name));
      const cells = matrix.rows.flatMap((row) => [...row.cells.values()]);
      const shown = new Set(cells.flatMap(({ levels }) => levels.map(({ level }) => level)));
      expect(shown.size).toBeGreaterThan(0);
      expect(new Set(levelsIn(matrix))).toEqual(shown);
      expect(levelsIn(matrix)).toHaveLength(shown.size);
    }
  });

  test('D66: something else than a judgement does not hide the latest one', async () => {
    const records = schoolOf('councilPrimary');
    const given = records.filter((one) => one.kind === 'grade' && one.subject === toSubjectId('italiano'));
    const [pupil] = given.flatMap((one) => (one.kind === 'grade' ? [one.pupil] : []));
    const latest = must(
      given.findLast((one) => one.kind === 'grade' && one.pupil === pupil),
      'the latest grade',
    );
    const absent = records.map((one): RegisterRecord =>
      one === latest && one.kind === 'grade' ? { ...one, value: { event: 'absentAtTest' } } : one,
    );
    const { rows } = await matrixOf(absent);
    const row = rows.find(({ person }) => person.id === pupil);
    expect(row?.cells.get(toSubjectId('italiano'))?.last?.value.level).toBeDefined();
  });

  test('D66: points neither hide the latest judgement nor are hidden by it, and alone they stand in its place', async () => {
    const records = schoolOf('councilPrimary');
    const italian = toSubjectId('italiano');
    const given = records.flatMap((one) => (one.kind === 'grade' && one.subject === italian ? [one] : []));
    const { pupil } = must(given[0], 'a grade');
    const own = given.filter((one) => one.pupil === pupil);
    const cellWith = async (scored: readonly RegisterRecord[]) => {
      const columns = new Set(scored.flatMap((one) => (one.kind === 'grade' ? [one.assessment] : [])));
      const { rows } = await matrixOf(
        records.map((one): RegisterRecord => {
          if (one.kind === 'assessment' && columns.has(one.id)) return { ...one, test: { maximum: 2000 } };
          return one.kind === 'grade' && scored.includes(one) ? { ...one, value: { score: 1500 } } : one;
        }),
      );
      return must(rows.find(({ person }) => person.id === pupil)?.cells.get(italian), 'Italian');
    };
    const last = must(
      own.findLast(({ value }) => value.level !== undefined),
      'a judgement',
    );
    const beside = await cellWith([last]);
    expect([beside.last?.value.level === undefined, beside.points?.value, beside.points?.maximum]).toEqual([
      false,
      { score: 1500 },
      2000,
    ]);
    const alone = await cellWith(own);
    // The same on the screen and on paper.
    const texts = [beside, alone].map((cell) => pointsBeside(cell, { scale: 'primary' }, words));
    expect(texts).toEqual([['grade.scoreOf'], []]);
    expect(pointsBeside(beside, { scale: 'tenths' }, words)).toEqual([]);
    expect([alone.last?.value, alone.points, alone.levels, alone.standing]).toEqual([
      { score: 1500 },
      undefined,
      [],
      undefined,
    ]);
  });

  test('D24, D60: a closed period is said to be one, and another period has marks of its own', async () => {
    const records = schoolOf('councilFrozen');
    expect((await matrixOf(records)).isFrozen).toBe(true);
    const second = await matrixOf(records, 1);
    expect(second.isFrozen).toBe(false);
    expect([...must(second.rows[0], 'a pupil').cells.values()].every(({ count }) => count === 0)).toBe(true);
  });

  test('every pupil with an average is in one column of the distribution, by the exact average', async () => {
    const { courses, rows } = await matrixOf(schoolOf('council'));
    const course = must(
      courses.find(({ subject }) => subject.name === 'Matematica'),
      'maths',
    );
    const bars = distributionOf(rows, course, words);
    expect(bars.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(28);
    const low = rows.filter(({ insufficient }) => insufficient.some(({ name }) => name === 'Matematica'));
    const hatched = bars.filter(({ isLow }) => isLow);
    expect(hatched.reduce((sum, { count }) => sum + count, 0)).toBe(low.length);
  });
});
