import { expect, it } from 'vitest';
import { importRoster } from '../import-roster.ts';
import { createMemoryStore } from '../trial/memory-store.ts';

async function after(...steps: readonly (readonly [day: string, row: string])[]) {
  const store = createMemoryStore();
  const reports = [];
  for (const [day, row] of steps) {
    const bytes = Buffer.from(`Cognome;Nome;Data di nascita;Classe;Data ritiro\n${row}\n`);
    reports.push(
      await importRoster(store, [{ name: 'alunni.csv', bytes }], {
        school: 'PROV0001',
        dryRun: false,
        now: Date.parse(`${day}T10:00:00.000Z`),
        levels: ['upperSecondary'],
      }),
    );
  }
  return {
    left: store.records().flatMap((one) => (one.kind === 'person' ? [one.leftOn ?? '–'] : [])),
    rejected: reports.at(-1)?.rejected.map(({ reasonCode }) => reasonCode),
    warned: reports
      .at(-1)
      ?.warnings.filter(({ row }) => row > 1)
      .map(({ reasonCode }) => reasonCode),
  };
}

const HERE = ['2026-11-10', 'Due;Dino;1/2/2012;1A;'] as const;

it.each([
  [
    'a slip of the year, of a pupil of this year',
    [HERE, ['2026-11-20', 'Due;Dino;1/2/2012;1A;1/8/2026']],
    ['–'],
    ['leftBeforeYear'],
  ],
  [
    'before the year, of a new pupil',
    [['2026-11-20', 'Due;Dino;1/2/2012;1A;30/6/2026']],
    [],
    ['leftBeforeYear'],
  ],
  [
    'in September, before the lessons',
    [HERE, ['2026-11-20', 'Due;Dino;1/2/2012;1A;3/9/2026']],
    ['2026-09-03'],
    [],
  ],
  [
    'in the summer, of a pupil of last year',
    [
      ['2025-11-10', 'Due;Dino;1/2/2012;1A;'],
      ['2026-11-20', 'Due;Dino;1/2/2012;2A;15/7/2026'],
    ],
    ['2026-07-15'],
    [],
  ],
  ['in November', [HERE, ['2026-11-20', 'Due;Dino;1/2/2012;1A;15/11/2026']], ['2026-11-15'], []],
] as const)('S4 a leaving date %s', async (_when, steps, left, rejected) => {
  expect(await after(...steps)).toMatchObject({ left, rejected });
});

it.each([
  ['1/2/2012', []],
  ['1/2/1990', ['unusualAge']],
  ['1/2/1950', ['unusualAge']],
])('an age that nobody of a class has is said, of the old too: born on %s', async (born, warned) => {
  const others = [1, 2, 3].map((day) => `Uno;U${day};${day}/2/2012;1A;`).join('\n');
  expect((await after(['2026-11-10', `${others}\nAltro;Aldo;${born};1A;`])).warned).toEqual(warned);
});

it('in an evening class grown-ups are usual', async () => {
  const others = [1, 2, 3].map((day) => `Uno;U${day};${day}/2/1990;1A;`).join('\n');
  expect((await after(['2026-11-10', `${others}\nAltro;Aldo;1/2/1960;1A;`])).warned).toEqual([]);
});
