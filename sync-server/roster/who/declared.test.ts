import { expect, it } from 'vitest';
import { importRoster } from '../import-roster.ts';
import { createMemoryStore, type MemoryStore } from '../trial/memory-store.ts';
import { csv } from '../trial/tables-as-files.ts';
import { readHours } from './declared.ts';

const NOW = Date.parse('2026-11-23T10:00:00.000Z');
const HEADER = ['Cognome', 'Nome', 'Data di nascita', 'Classe', 'Ore da altra scuola'];
const run = async (store: MemoryStore, ...rows: readonly (readonly string[])[]) =>
  await importRoster(store, [csv('alunni.csv', [HEADER, ...rows])], {
    school: 'TEST0001',
    dryRun: false,
    now: NOW,
  });
const declaredIn = (store: MemoryStore) =>
  store
    .records()
    .flatMap((one) =>
      one.kind === 'hoursElsewhere' ? [[one.source, one.from, one.to, one.absentHalfUnits].join(' ')] : [],
    );

it('D97: a list of pupils says what they missed at the school from which they came, and puts it right later', async () => {
  const store = createMemoryStore();
  const rossi = (hours: string) => ['Rossi', 'Anna', '3/5/2014', '1A', hours];
  const report = await run(
    store,
    rossi('12,5'),
    ['Hu', 'Jun', '4/5/2014', '1A', '0'],
    ['Neri', 'Ugo', '5/5/2014', '1A', ''],
  );
  expect(report.created).toMatchObject({ pupils: 3 });
  expect(declaredIn(store)).toEqual(['otherSchool 2026-09-14 2026-11-22 25']);
  expect((await run(store, rossi('12.5 ore'))).updated.pupils).toBe(0);
  expect((await run(store, rossi('13'))).updated.pupils).toBe(1);
  expect(declaredIn(store)).toEqual(['otherSchool 2026-09-14 2026-11-22 26']);
});

it('D97: what is no number of hours is named, and the rest of the row is taken', async () => {
  const store = createMemoryStore();
  const report = await run(store, ['Rossi', 'Anna', '3/5/2014', '1A', 'molte']);
  expect(report.created.pupils).toBe(1);
  expect(report.warnings.map(({ column, reasonCode }) => `${column} ${reasonCode}`)).toContain(
    'Ore da altra scuola badHours',
  );
  expect(declaredIn(store)).toEqual([]);
});

it.each([
  ['12', 24],
  ['12,5', 25],
  ['12.50', 25],
  ['12 ore', 24],
  ['7 h', 14],
  ['12,3', undefined],
  ['-4', undefined],
  ['9999', undefined],
  ['ore', undefined],
])('D97: hours are read in halves: %s', (text, halfUnits) => {
  const read = readHours(text);
  expect(read.kind === 'hours' ? read.halfUnits : undefined).toBe(halfUnits);
});
