import { describe, expect, it } from 'vitest';
import { importRoster, type ImportOptions } from '../import-roster.ts';
import { createMemoryStore, type MemoryStore } from '../trial/memory-store.ts';
import { csv } from '../trial/tables-as-files.ts';

const NOW = Date.parse('2026-11-23T10:00:00.000Z');
const LATER = Date.parse('2026-12-01T10:00:00.000Z');
const HEADER = ['Cognome', 'Nome', 'Data di nascita', 'Classe', 'IRC', 'Attività alternativa', 'Gruppo'];

const run = async (
  store: MemoryStore,
  rows: readonly (readonly string[])[],
  options: Partial<ImportOptions> = {},
) =>
  await importRoster(store, [csv('alunni.csv', [HEADER, ...rows])], {
    school: 'TEST0001',
    dryRun: false,
    now: NOW,
    ...options,
  });
const rossi = (...said: readonly string[]) => ['Rossi', 'Anna', '3/5/2014', '1A', ...said];
const choicesIn = (store: MemoryStore) =>
  store
    .records()
    .flatMap((one) =>
      one.kind === 'religionChoice' ? [[one.choice, one.from, one.to ?? ''].join(' ')] : [],
    );
const groupsIn = (store: MemoryStore) =>
  store
    .records()
    .flatMap((one) =>
      one.kind === 'groupMembership' ? [[one.group, one.from, one.to ?? ''].join(' ')] : [],
    );
const said = ({ warnings }: Awaited<ReturnType<typeof run>>) =>
  warnings
    .filter(({ column }) => HEADER.slice(4).includes(column))
    .map(({ row, column, reasonCode }) => `${row} ${column} ${reasonCode}`);

describe('what a list of pupils says of the hour of religion', () => {
  it('holds from the first day in the class, and a later list that says something else from its day', async () => {
    const store = createMemoryStore();
    await run(store, [rossi('si', '', '')]);
    expect(choicesIn(store)).toEqual(['attending 2026-09-14 ']);
    const report = await run(store, [rossi('Uscita', '', '')], { now: LATER });
    expect(choicesIn(store)).toEqual(['attending 2026-09-14 2026-11-30', 'leaves 2026-12-01 ']);
    expect(report.updated).toMatchObject({ pupils: 1, enrolments: 0 });
    // A slip of the same day is put right, and leaves no choice of a day behind.
    await run(store, [rossi('', 'si', '')], { now: LATER });
    expect(choicesIn(store)).toEqual(['attending 2026-09-14 2026-11-30', 'alternative 2026-12-01 ']);
    await run(store, [rossi('', '', '')], { now: LATER });
    expect(choicesIn(store)).toHaveLength(2);
  });

  it('is named where nobody can read it, and the rest of the row is taken', async () => {
    const store = createMemoryStore();
    const report = await run(
      store,
      [
        rossi('Cattolica', '', 'FRA'),
        ['Hu', 'Jun', '4/5/2014', '1A', 'si', 'Uscita', ''],
        ['Neri', 'Ugo', '5/5/2014', '1A', '', 'boh', ''],
        ['Verdi', 'Eva', '6/5/2014', '1A', 'no', 'C', ''],
      ],
      { language: 'it' },
    );
    expect(report.created.pupils).toBe(4);
    expect(said(report)).toEqual([
      '2 IRC badReligionChoice',
      '3 Attività alternativa religionTwice',
      '4 Attività alternativa badReligionChoice',
    ]);
    expect(report.warnings.find(({ column }) => column === 'IRC')?.reason).toContain(
      '"Cattolica" non è una scelta',
    );
    expect(choicesIn(store)).toEqual(['individualStudy 2026-09-14 ']);
    expect(groupsIn(store)).toEqual(['FRA 2026-09-14 ']);
  });

  it('is asked for where a pupil does not attend and no more is said; one who attended does so no longer', async () => {
    const store = createMemoryStore();
    await run(store, [rossi('si', '', '')]);
    const report = await run(store, [rossi('no', '', '')], { now: LATER });
    expect(said(report)).toEqual(['2 IRC religionInstead']);
    expect(choicesIn(store)).toEqual(['attending 2026-09-14 2026-11-30']);
    await run(store, [rossi('', 'Studio individuale', '')], { now: LATER });
    const known = await run(store, [rossi('no', '', '')], { now: LATER });
    expect(said(known)).toEqual([]);
    expect(choicesIn(store).at(-1)).toBe('individualStudy 2026-12-01 ');
  });
});

describe('what a list of pupils says of groups', () => {
  it('makes each group once, by code or with the class before it, and moves a pupil from its day', async () => {
    const store = createMemoryStore();
    await run(store, [rossi('', '', 'Fra'), ['Hu', 'Jun', '4/5/2014', '1A', '', '', '1A-FRA']]);
    await run(store, [rossi('', '', 'SPA')], { now: LATER });
    const groups = store.records().flatMap((one) => (one.kind === 'group' ? [`${one.id} ${one.name}`] : []));
    expect(groups).toEqual(['2026.LS.1A.FRA Fra', '2026.LS.1A.SPA SPA']);
    expect(groupsIn(store)).toEqual(['FRA 2026-09-14 2026-11-30', 'FRA 2026-09-14 ', 'SPA 2026-12-01 ']);
  });

  it('says which cell is of several groups, or can be the name of none', async () => {
    const store = createMemoryStore();
    const report = await run(store, [
      rossi('', '', 'FRA; CHI'),
      ['Hu', 'Jun', '4/5/2014', '1A', '', '', 'un nome molto lungo di gruppo'],
      ['Neri', 'Ugo', '5/5/2014', '1A', '', '', 'tutta la classe'],
    ]);
    expect(said(report)).toEqual(['2 Gruppo severalGroups', '3 Gruppo badGroup']);
    expect(groupsIn(store)).toEqual([]);
  });
});

it('a pupil who changes class leaves group and choice of the class of before with it', async () => {
  const store = createMemoryStore();
  await run(store, [rossi('si', '', 'FRA')]);
  const moved = [['Rossi', 'Anna', '3/5/2014', '1B', 'si', '', '']];
  const report = await run(store, moved, { now: LATER });
  expect(report.updated).toMatchObject({ pupils: 1, enrolments: 1 });
  expect(choicesIn(store)).toEqual(['attending 2026-09-14 2026-11-30', 'attending 2026-12-01 ']);
  expect(groupsIn(store)).toEqual(['FRA 2026-09-14 2026-11-30']);
  const before = store.records();
  await run(store, moved, { now: LATER });
  expect(store.records()).toEqual(before);
});
