import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgeted } from '../../domain/testing/budget.ts';
import { importRoster, type ImportOptions } from './import-roster.ts';
import type { RosterFile } from './reading/roster-file.ts';
import { noCounts, type ImportReport } from './report/import-report.ts';
import { createMemoryStore, type MemoryStore } from './trial/memory-store.ts';
import { nameKey } from './values/names.ts';
import { csv, type Cells } from './trial/tables-as-files.ts';

const NOW = Date.parse('2026-11-23T10:00:00.000Z');
const PUPIL_HEADER = ['cognome', 'nome', 'dataNascita', 'codiceFiscale', 'classe', 'username', 'email'];
const CHOICE_HEADER = ['irc', 'attivita alternativa', 'gruppo'];
const GUARDIAN_HEADER = ['genitore1Cognome', 'genitore1Nome', 'genitore1CodiceFiscale', 'genitore1Email'];
const STAFF_HEADER = ['cognome', 'nome', 'codiceFiscale', 'username', 'email'];
const POST_HEADER = [
  'usernameDocente',
  'classe',
  'materia',
  'usernameAlunno',
  'tipo',
  'usernameSupplenza',
  'gruppo',
  'coordinatore',
];
const CLASS_HEADER = ['classe', 'coordinatore', 'segretario'];

/** Few values, so that people, classes and mistakes meet often. */
const one = (...values: readonly string[]) => fc.constantFrom(...values);
const surname = one('ROSSI', 'Rossi', "D'ANGELO", 'd’angelo', 'Hu', '', 'De Filippi');
const givenName = one('Anna', 'ANNA', 'Jun', "NICOLO'", 'Nicolò', '');
const birthDate = one('1/2/2015', '01-02-2015', '2011-05-06', '6/5/2020', '31/02/2015', '', '1/2/2999');
const schoolClass = one('1A', '1 a', '2B', '5E', '3^C', 'Coro', '');
const username = one('', 'teacher.rossi.anna', 'Teacher.Rossi.Anna', 'teacher.hu.jun');
const group = one('', 'FRA', '1A-SPA', 'Francese', 'FRA; SPA', 'x'.repeat(30));
const religion = one('', 'si', 'no', 'Studio assistito', 'boh');
const instead = one('', '', 'C', 'uscita', 'no', '?');
const coordinator = one('', 'si', 'no', 'Rossi Anna', 'Nessuno', 'teacher.hu.jun');
const email = one('', 'a@posta.example', 'b@posta.example', 'rotta');

/** Identifiers of pupils are left out: two rows that claim one code are told apart by what came first. */
const none = fc.constant('');
const pupils = fc.array(
  fc.tuple(
    surname,
    givenName,
    birthDate,
    none,
    schoolClass,
    none,
    email,
    surname,
    givenName,
    none,
    email,
    religion,
    instead,
    group,
  ),
  { maxLength: 14 },
);
/** A username belongs to one person: whose it is when several claim it depends on who came first. */
const staffOf = (table: string) =>
  fc.array(
    fc
      .tuple(surname, givenName, fc.boolean(), email)
      .map(([family, given, named, address]) => [
        family,
        given,
        '',
        named ? `${table}.${nameKey(family)}.${nameKey(given)}` : '',
        address,
      ]),
    { maxLength: 6 },
  );
const posts = fc.array(
  fc.tuple(
    username,
    schoolClass,
    one('Storia', 'STORIA', '', '!'),
    username,
    one('N', 'P', 'x', ''),
    username,
    group,
    coordinator,
  ),
  { maxLength: 6 },
);
const classes = fc.array(fc.tuple(schoolClass, coordinator, coordinator), { maxLength: 4 });
interface Tables {
  readonly pupils: Cells;
  readonly teachers: Cells;
  readonly ata: Cells;
  readonly posts: Cells;
  readonly classes: Cells;
}

const school = fc.record({ pupils, teachers: staffOf('teacher'), ata: staffOf('ata'), posts, classes });
const filesOf = (tables: Tables): readonly RosterFile[] => [
  csv('cattedre.csv', [POST_HEADER, ['x', ...Array<string>(7).fill('')], ...tables.posts]),
  csv('coordinatori.csv', [CLASS_HEADER, ['x', '', ''], ...tables.classes]),
  csv('ata.csv', [
    [...STAFF_HEADER, 'segreteria'],
    ['x', '', '', '', '', ''],
    ...tables.ata.map((row) => [...row, 'S']),
  ]),
  csv('docenti.csv', [STAFF_HEADER, ['x', '', '', '', ''], ...tables.teachers]),
  csv('alunni.csv', [
    [...PUPIL_HEADER, ...GUARDIAN_HEADER, ...CHOICE_HEADER],
    ['x', ...Array<string>(13).fill('')],
    ...tables.pupils,
  ]),
];

const run = async (store: MemoryStore, files: readonly RosterFile[], options: Partial<ImportOptions> = {}) =>
  await importRoster(store, files, { school: 'TEST0001', dryRun: false, now: NOW, ...options });

describe('any lists, however faulty,', () => {
  it('are reported alike by a dry run and the real one, and change nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(school, async (tables) => {
        const files = filesOf(tables);
        const store = createMemoryStore();
        const dry = await run(store, files, { dryRun: true });
        expect(store.records()).toEqual([]);
        const first = await run(store, files);
        expect({ ...dry, dryRun: false }).toEqual(first);
        const before = store.records();
        const second = await run(store, files);
        expect(second.created).toEqual(noCounts());
        expect(second.updated).toEqual(noCounts());
        expect(second.unchanged).toEqual(first.created);
        expect(rowsOf(second)).toEqual(rowsOf(first));
        expect(store.records()).toEqual(before);
      }),
      { numRuns: budgeted(80) },
    );
  });

  it('are taken whatever the order of the files', async () => {
    await fc.assert(
      fc.asyncProperty(
        school,
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        async (tables, order) => {
          const files = filesOf(tables);
          const shuffled = order.flatMap((index) => files[index] ?? []);
          const [a, b] = [await run(createMemoryStore(), files), await run(createMemoryStore(), shuffled)];
          expect(b.created).toEqual(a.created);
          expect(b.rejected).toEqual(a.rejected);
        },
      ),
      { numRuns: budgeted(25) },
    );
  });
});

function rowsOf(report: ImportReport): readonly string[] {
  return report.rejected.map(({ file, row }) => `${file} ${row}`);
}
