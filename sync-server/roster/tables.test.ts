import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgeted } from '../../domain/testing/budget.ts';
import { className } from '../../domain/kinds/class/record.ts';
import { byKind } from '../../domain/kinds/by-kind.ts';
import { payloadOf } from '../../domain/entries/merge.ts';
import { importRoster, type ImportOptions } from './import-roster.ts';
import type { RosterFile } from './reading/roster-file.ts';
import { createMemoryStore, type MemoryStore } from './trial/memory-store.ts';
import { csv, ENCODINGS, workbook, type Cells } from './trial/tables-as-files.ts';

const NOW = Date.parse('2026-11-23T10:00:00.000Z');

const run = async (store: MemoryStore, files: readonly RosterFile[], options: Partial<ImportOptions> = {}) =>
  await importRoster(store, files, { school: 'TEST0001', dryRun: false, now: NOW, ...options });

const HEADER = ['Cognome', 'Nome', 'Data di nascita', 'Cod. Fiscale', 'Classe', 'Sez'];
const pupilTable = (...rows: Cells): Cells => [HEADER, ...rows];
const ROSSI = ['ROSSI', "NICOLO'", '3/5/2015', '', '1', 'A'];
const HU = ['Hu', 'Jun', '2015-08-09', '', '1', 'A'];

describe('rows of pupils', () => {
  it('are rejected one by one with row and column, and never stop the rest', async () => {
    const store = createMemoryStore();
    const report = await run(store, [
      csv(
        'alunni.csv',
        pupilTable(
          ROSSI,
          ['', 'Anna', '1/1/2015', '', '1', 'A'],
          ['Bianchi', '', '1/1/2015', '', '1', 'A'],
          ['Bianchi', 'Eva', '31/02/2015', '', '1', 'A'],
          ['Bianchi', 'Ugo', '1/1/2115', '', '1', 'A'],
          ['Bianchi', 'Ida', '', '', '1', 'A'],
          ['Bianchi', 'Leo', '1/1/2015', '', '', ''],
          ['Bianchi', 'Zoe', '1/1/2015', '', '9', 'Z'],
          ['x'.repeat(130), 'Zoe', '1/1/2015', '', '1', 'A'],
          HU,
        ),
      ),
    ]);
    expect(report.created.pupils).toBe(2);
    expect(report.rejected.map(({ row, column, reasonCode }) => [row, column, reasonCode])).toEqual([
      [3, 'Cognome', 'missingSurname'],
      [4, 'Nome', 'missingGivenName'],
      [5, 'Data di nascita', 'badDate'],
      [6, 'Data di nascita', 'implausibleBirthDate'],
      [7, 'Data di nascita', 'missingBirthDate'],
      [8, 'Classe', 'missingClass'],
      [9, 'Classe', 'badClass'],
      [10, 'Cognome', 'tooLong'],
    ]);
  });

  it('give their reasons in Italian when asked', async () => {
    const file = csv('alunni.csv', pupilTable(['Bianchi', 'Eva', '31/02/2015', '', '1', 'A']));
    const report = await run(createMemoryStore(), [file], { language: 'it' });
    expect(report.rejected[0]?.reason).toBe('"31/02/2015" non è una data');
  });

  it('count blank lines and titles as the clerk sees them', async () => {
    const rows: Cells = [
      ['Elenco alunni a.s. 2026/27'],
      [],
      HEADER,
      ROSSI,
      [],
      ['Verdi', '', '', '', '1', 'A'],
    ];
    const report = await run(createMemoryStore(), [csv('alunni.csv', rows, ';')]);
    expect(report.created.pupils).toBe(1);
    expect(report.rejected.map(({ row }) => row)).toEqual([6]);
  });

  it('match a pupil known under other capitals, accents or spaces, and keep what the office corrected', async () => {
    const store = createMemoryStore();
    await run(store, [csv('a.csv', pupilTable(['De Filippi', 'Nicolò', '3/5/2015', '', '1', 'A']))]);
    const report = await run(store, [
      csv('b.csv', pupilTable(['DE  FILIPPI', "NICOLO'", '03-05-2015', '', '1', 'a'])),
    ]);
    expect([report.created.pupils, report.updated.pupils, report.unchanged.pupils]).toEqual([0, 0, 1]);
    expect(byKind(store.records())('person')[0]?.surname).toBe('De Filippi');
  });

  it('tell homonyms apart by birth date, and refuse what is ambiguous or contradictory', async () => {
    const store = createMemoryStore();
    const report = await run(store, [
      csv(
        'alunni.csv',
        pupilTable(
          ['Rossi', 'Anna', '1/1/2015', 'RSSNNA15A41A001P', '1', 'A'],
          ['Rossi', 'Anna', '2/1/2015', '', '1', 'A'],
          ['Verdi', 'Ugo', '5/1/2015', 'RSSNNA15A41A001P', '1', 'A'],
          ['Rossi', 'Anna', '2/1/2015', '', '1', 'B'],
          ['Rossi', 'Anna', '2/1/2015', '', '1', 'A'],
        ),
      ),
    ]);
    expect(report.created.pupils).toBe(2);
    expect(report.rejected.map(({ row, reasonCode }) => [row, reasonCode])).toEqual([
      [4, 'fiscalCodeOfAnother'],
      [5, 'duplicateRow'],
    ]);
    expect(report.warnings.some(({ row, reasonCode }) => row === 6 && reasonCode === 'duplicateRow')).toBe(
      true,
    );
  });

  it('change class: the old enrolment ends yesterday, the new one begins today, and both classes see the pupil', async () => {
    const store = createMemoryStore();
    await run(store, [csv('a.csv', pupilTable(ROSSI, HU))]);
    const moved = csv('b.csv', pupilTable(['Rossi', 'Nicolò', '3/5/2015', '', '1', 'B'], HU));
    const report = await run(store, [moved]);
    expect([report.created.enrolments, report.updated.enrolments, report.unchanged.enrolments]).toEqual([
      1, 1, 1,
    ]);
    const pupil = byKind(store.records())('person').find((person) => person.surname === 'Rossi');
    const spans = byKind(store.records())('enrolment').filter((item) => item.pupil === pupil?.id);
    expect(spans.map(({ class: id, from, to }) => [id, from, to])).toEqual([
      ['2026.LS.1A', '2026-09-14', '2026-11-22'],
      ['2026.LS.1B', '2026-11-23', undefined],
    ]);
    expect(pupil?.classes).toEqual(['2026.LS.1A', '2026.LS.1B']);
    const again = await run(store, [moved]);
    expect([again.created.enrolments, again.updated.enrolments]).toEqual([0, 0]);
  });

  it('do not bring back those who have left', async () => {
    const store = createMemoryStore();
    await run(store, [csv('a.csv', pupilTable(ROSSI))]);
    const [pupil] = byKind(store.records())('person');
    if (pupil)
      await store.write(pupil.school, [{ ...pupil, leftOn: pupil.birthDate ?? pupil.id } as typeof pupil]);
    const report = await run(store, [csv('a.csv', pupilTable(ROSSI))]);
    expect(report.rejected.map(({ reasonCode }) => reasonCode)).toEqual(['hasLeft']);
  });
});

describe('levels', () => {
  it('are inferred from the age of the pupils, and named where nothing tells', async () => {
    const store = createMemoryStore();
    await run(store, [
      csv(
        'a.csv',
        pupilTable(HU, ['Neri', 'Ada', '1/2/2020', '', '1', 'B'], ['Gallo', 'Ivo', '1/2/2011', '', '2', 'C']),
      ),
    ]);
    expect(byKind(store.records())('class').map((item) => `${className(item)} ${item.level}`)).toEqual([
      '1A lowerSecondary',
      '1B primary',
      '2C upperSecondary',
    ]);
    const teachers = csv('docenti.csv', [
      ['Cognome', 'Nome', 'Username'],
      ['Blu', 'Pia', 'pia.blu'],
    ]);
    const posts = csv('cattedre.csv', [
      ['Docente', 'Classe', 'Materia'],
      ['pia.blu', '3D', 'Storia'],
    ]);
    const report = await run(store, [posts, teachers]);
    expect(report.rejected.map(({ column, reasonCode }) => [column, reasonCode])).toEqual([
      ['Classe', 'unknownLevel'],
    ]);
    const named = await run(store, [posts, teachers], { levels: ['primary'] });
    expect([named.rejected, named.created.assignments, named.created.classes]).toEqual([[], 1, 1]);
  });

  it('that cannot be told are refused today and in a second run alike', async () => {
    const file = csv(
      'alunni.csv',
      pupilTable(
        ['Rosa', 'Ines', '', 'COD0001', '3', 'D'],
        ['Gallo', 'Ivo', '1/2/2011', '', '5', 'E'],
        ['Viola', 'Ugo', '1/2/2011', '', '2', 'C'],
      ),
    );
    const store = createMemoryStore();
    const first = await run(store, [file]);
    const second = await run(store, [file]);
    expect(first.rejected.map(({ row, reasonCode }) => [row, reasonCode])).toEqual([[3, 'unknownLevel']]);
    expect(second.rejected).toEqual(first.rejected);
    expect(second.unchanged).toEqual(first.created);
  });
});

describe('guardians', () => {
  const header = [
    ...HEADER,
    'genitore1Cognome',
    'genitore1Nome',
    'genitore1CodiceFiscale',
    'genitore1Email',
    'genitore1Password',
  ];
  const child = (name: string, ...guardian: readonly string[]) => [
    'Rossi',
    name,
    '3/5/2015',
    '',
    '1',
    'A',
    ...guardian,
  ];

  it('of brothers and sisters are one person, with all their children and classes', async () => {
    const store = createMemoryStore();
    const report = await run(store, [
      csv('alunni.csv', [
        header,
        child('Ada', 'ROSSI', 'UGO', 'RSSGUO80A01A001H', 'ugo@posta.example', '=secret'),
        child('Ivo', 'Rossi', 'Ugo', 'RSSGUO80A01A001H', 'ugo@posta.example', '-x'),
        child('Leo', 'Rossi', 'Ugo', '', 'UGO@posta.example', ''),
        child('Zoe', 'Rossi', 'Ugo', '', 'altro@posta.example', ''),
        child('Pia', 'Rossi', '', '', 'x@posta.example', ''),
      ]),
    ]);
    expect([report.created.pupils, report.created.guardians]).toEqual([5, 2]);
    expect(report.rejected.map(({ row, column, reasonCode }) => [row, column, reasonCode])).toEqual([
      [6, 'genitore1Nome', 'guardianIncomplete'],
    ]);
    const children = byKind(store.records())('personalData').map((data) => data.children.length);
    expect(children.toSorted((a, b) => a - b)).toEqual([0, 0, 0, 0, 0, 1, 3]);
    expect(JSON.stringify(store.records())).not.toContain('secret');
  });
});

describe('the form of a file', () => {
  const table: Cells = [
    ['Cognome', 'NOME', 'data_nascita', 'codice fiscale', 'Classe', 'E-mail', 'Indirizzo'],
    ['D’ANGELO', 'NICOLÒ', '03/05/2015', '', '1A', 'a@posta.example', 'via "Po" 3; int. 2, scala B'],
    ['Singh Kaur', 'Jasmeet', '04/06/2015', 'COD0007', '1A', '', ''],
    ['Muñoz', 'Zoë', '31/02/2015', '', '1A', '', ''],
  ];
  const planOf = async (file: RosterFile) => {
    const store = createMemoryStore();
    const report = await run(store, [file]);
    const ids = new Map(
      store.records().flatMap((item) => (item.kind === 'person' ? [[item.id as string, item.surname]] : [])),
    );
    const text = JSON.stringify(store.records().map(payloadOf), (_, value: unknown) =>
      typeof value === 'string' ? value.replaceAll(/[0-9a-f-]{36}/g, (id) => ids.get(id) ?? id) : value,
    );
    return {
      text,
      report: {
        ...report,
        rejected: report.rejected.map(({ row, reasonCode }) => [row, reasonCode]),
        warnings: [],
      },
    };
  };

  it('never matters: columns in any order, any separator, any encoding give the same plan', async () => {
    const expected = await planOf(csv('alunni.csv', table));
    expect(expected.report.created.pupils).toBe(2);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7, maxLength: 7 }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom(...ENCODINGS),
        async (order, separator, encoding) => {
          const rows = table.map((row) => order.map((column) => row[column] ?? ''));
          expect(await planOf(csv('alunni.csv', rows, separator, encoding))).toEqual(expected);
        },
      ),
      { numRuns: budgeted(40) },
    );
  });

  it.each(['xlsx', 'xls'] as const)('may be a workbook (%s), with real dates', async (type) => {
    const expected = await planOf(csv('alunni.csv', table));
    const rows = table.map((row, index) =>
      index === 0 ? row : row.map((cell, column) => (column === 2 && index < 3 ? serialOf(cell) : cell)),
    );
    expect(await planOf(workbook(`alunni.${type}`, rows, type))).toEqual(expected);
  });
});

function serialOf(text: string): number {
  const [day, month, year] = text.split('/').map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day) / 86_400_000 + 25_569;
}
