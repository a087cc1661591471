import { describe, expect, it } from 'vitest';
import { importRoster, type ImportOptions } from '../import-roster.ts';
import type { RosterFile } from '../reading/roster-file.ts';
import { createMemoryStore, type MemoryStore } from '../trial/memory-store.ts';
import { csv } from '../trial/tables-as-files.ts';

const NOW = Date.parse('2026-11-23T10:00:00.000Z');
const LATER = Date.parse('2026-12-01T10:00:00.000Z');
const TEACHERS = csv('docenti.csv', [
  ['Cognome', 'Nome', 'Username'],
  ['Rossi', 'Anna', 'rossi'],
  ['Verdi', 'Ugo', 'verdi'],
  ['Bianchi', 'Eva', 'bianchi1'],
]);
const POSTS = ['Docente', 'Classe', 'Materia', 'Gruppo', 'Coordinatore'];
const posts = (...rows: readonly (readonly string[])[]) => csv('cattedre.csv', [POSTS, ...rows]);
const classes = (...rows: readonly (readonly string[])[]) =>
  csv('coordinatori.csv', [['Classe', 'Coordinatore', 'Segretario verbalizzante'], ...rows]);

const run = async (store: MemoryStore, files: readonly RosterFile[], options: Partial<ImportOptions> = {}) =>
  await importRoster(store, files, {
    school: 'TEST0001',
    dryRun: false,
    now: NOW,
    levels: ['lowerSecondary'],
    ...options,
  });

function appointed(store: MemoryStore): readonly string[] {
  const names = new Map(
    store.records().flatMap((one) => (one.kind === 'person' ? [[one.id, one.surname] as const] : [])),
  );
  return store
    .records()
    .flatMap((one) =>
      one.kind === 'appointment'
        ? [[one.role, names.get(one.person), one.class, one.from, one.to].join(' ')]
        : [],
    );
}

describe('the column of coordinators in a list of posts', () => {
  it('appoints the teacher of the row, or whom it names, for the year', async () => {
    const store = createMemoryStore();
    const report = await run(store, [
      TEACHERS,
      posts(
        ['rossi', '1A', 'Storia', '', 'SI'],
        ['verdi', '1A', 'Musica', '', 'no'],
        ['verdi', '2A', 'Musica', '', 'Prof.ssa Bianchi Eva'],
      ),
    ]);
    expect(report.warnings.filter(({ column }) => column === 'Coordinatore')).toEqual([]);
    expect(appointed(store)).toEqual([
      'coordinator Rossi 2026.LS.1A 2026-09-14 2027-08-31',
      'coordinator Bianchi 2026.LS.2A 2026-09-14 2027-08-31',
    ]);
    expect(store.records().some((one) => one.kind === 'assignment' && one.coordinator === true)).toBe(false);
  });

  it('appoints nobody whom no teacher is called, and takes the post', async () => {
    const store = createMemoryStore();
    const report = await run(store, [TEACHERS, posts(['rossi', '1A', 'Storia', '', 'Neri Gino'])], {
      language: 'it',
    });
    expect(report.created.assignments).toBe(1);
    expect(report.warnings.map(({ reason }) => reason)).toContain(
      'nessun docente ha il nome, o il nome utente, "Neri Gino": incarico non registrato',
    );
    expect(appointed(store)).toEqual([]);
  });
});

const TAUGHT = posts(['bianchi1', '1A', 'Storia', '', ''], ['bianchi1', '2A', 'Storia', '', '']);

describe('a list of classes with their coordinators', () => {
  it('appoints coordinators and secretaries of teachers who are known, whatever the order of the files', async () => {
    const store = createMemoryStore();
    const report = await run(store, [
      classes(['1A', 'Rossi Anna', 'Ugo Verdi'], ['2A', 'Neri', ''], ['1B', 'Rossi Anna', '']),
      TAUGHT,
      TEACHERS,
    ]);
    // No class is made of such a list.
    expect(report.rejected.map(({ row, reasonCode }) => `${row} ${reasonCode}`)).toEqual([
      '4 classNotImported',
    ]);
    expect(report.warnings.map(({ reasonCode }) => reasonCode)).toContain('coordinatorUnknown');
    expect(appointed(store)).toEqual([
      'coordinator Rossi 2026.LS.1A 2026-09-14 2027-08-31',
      'secretary Verdi 2026.LS.1A 2026-09-14 2027-08-31',
    ]);
    expect(report.created.classes).toBe(2);
  });

  it('of a later day lets a new coordinator follow the one of before, who is named', async () => {
    const store = createMemoryStore();
    await run(store, [TEACHERS, TAUGHT, classes(['1A', 'Rossi Anna', ''])]);
    const dry = await run(store, [classes(['1A', 'Verdi Ugo', ''])], { now: LATER, dryRun: true });
    const report = await run(store, [classes(['1A', 'Verdi Ugo', ''])], { now: LATER });
    expect({ ...dry, dryRun: false }).toEqual(report);
    expect(report.updated.staff).toBe(2);
    expect(report.warnings.map(({ reason }) => reason)).toContain(
      'the coordinator of before, Rossi Anna, is on the list no more: that appointment ends',
    );
    expect(appointed(store)).toEqual([
      'coordinator Rossi 2026.LS.1A 2026-09-14 2026-11-30',
      'coordinator Verdi 2026.LS.1A 2026-12-01 2027-08-31',
    ]);
    const again = await run(store, [classes(['1A', 'Verdi Ugo', ''])], { now: LATER });
    expect(again.updated.staff).toBe(0);
    expect(again.warnings).toEqual([]);
  });

  it('keeps two whom one list names, and a class that it does not name as it is', async () => {
    const store = createMemoryStore();
    await run(store, [
      TEACHERS,
      TAUGHT,
      classes(['1A', 'Rossi Anna', ''], ['1A', 'Verdi Ugo', ''], ['2A', 'Verdi Ugo', '']),
    ]);
    await run(store, [classes(['1A', 'Rossi Anna', ''], ['1A', 'Verdi Ugo', ''])], { now: LATER });
    expect(appointed(store).filter((one) => one.endsWith('2026-09-14 2027-08-31'))).toHaveLength(3);
  });
});

describe('the column of groups in a list of posts', () => {
  it('gives a post its group; of two groups for one post the second is said', async () => {
    const store = createMemoryStore();
    const report = await run(store, [
      TEACHERS,
      posts(
        ['rossi', '3C', 'Francese', 'FRA', ''],
        ['verdi', '3C', 'Spagnolo', '3C-SPA', ''],
        ['verdi', '3C', 'Musica', '', ''],
        ['bianchi1', '3C', 'Chimica', 'CHI', ''],
        ['bianchi1', '3C', 'Chimica', 'INF', ''],
      ),
    ]);
    const groups = store
      .records()
      .flatMap((one) => (one.kind === 'assignment' ? [`${one.subject} ${one.group ?? '–'}`] : []));
    expect(groups).toEqual(['francese FRA', 'spagnolo SPA', 'musica –', 'chimica CHI']);
    expect(report.warnings.map(({ row, reasonCode }) => `${row} ${reasonCode}`)).toContain('6 groupOfPost');
  });
});
