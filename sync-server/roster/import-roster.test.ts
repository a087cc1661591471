import { describe, expect, it } from 'vitest';
import { generateSchools } from '../demo/generate-schools.ts';
import { localDate } from '../../domain/base/local-date.ts';
import { className } from '../../domain/kinds/class/record.ts';
import { payloadOf } from '../../domain/entries/merge.ts';
import { importRoster } from './import-roster.ts';
import { noCounts, type ImportReport } from './report/import-report.ts';
import { createMemoryStore, type MemoryStore } from './trial/memory-store.ts';
import { fixture } from './trial/tables-as-files.ts';

const NOW = Date.parse('2026-11-23T10:00:00.000Z');
const PUPILS = fixture('IMPORTA_ALUNNI_GENITORI.csv');
const TEACHERS = fixture('IMPORTA_DOCENTI.csv');
const ATA = fixture('IMPORTA_ATA.csv');
const POSTS = fixture('IMPORTA_CATTEDRE.csv');
const ONE_ROSTER = fixture('oneroster-1.2-sample.zip');

const run = async (store: MemoryStore, files: Parameters<typeof importRoster>[1], dryRun = false) =>
  await importRoster(store, files, { school: 'TEST0001', dryRun, now: NOW });

/** What a careful clerk expects of each file on a server that does not know the school yet. */
const EXPECTED = [
  { files: [PUPILS], created: { schools: 1, years: 1, classes: 1, pupils: 2, enrolments: 2 }, rejected: [] },
  { files: [TEACHERS], created: { schools: 1, staff: 3 }, rejected: [] },
  { files: [ATA], created: { schools: 1, staff: 2 }, rejected: [] },
  {
    // The teachers are not there yet: nothing can be assigned, and no empty school is left behind.
    files: [POSTS],
    created: {},
    rejected: [
      ['IMPORTA_CATTEDRE.csv', 2, 'UsernameDocente', 'unknownTeacher'],
      ['IMPORTA_CATTEDRE.csv', 3, 'UsernameDocente', 'unknownTeacher'],
      ['IMPORTA_CATTEDRE.csv', 4, 'UsernameDocente', 'unknownTeacher'],
    ],
  },
  {
    files: [POSTS, ATA, TEACHERS, PUPILS],
    created: {
      schools: 1,
      years: 1,
      classes: 3,
      subjects: 2,
      pupils: 2,
      staff: 5,
      enrolments: 2,
      assignments: 3,
    },
    rejected: [],
  },
  {
    files: [ONE_ROSTER],
    created: {
      schools: 1,
      years: 1,
      classes: 1,
      subjects: 1,
      pupils: 3,
      guardians: 1,
      staff: 3,
      enrolments: 1,
      assignments: 1,
    },
    rejected: [
      // A department is no school; the school comes from --school.
      ['oneroster-1.2-sample.zip/orgs.csv', 2, 'type', 'notASchool'],
      ['oneroster-1.2-sample.zip/academicSessions.csv', 2, 'status', 'toBeDeleted'],
      ['oneroster-1.2-sample.zip/academicSessions.csv', 4, 'status', 'inactive'],
      // "School year" of twelve weeks, and the same term twice.
      ['oneroster-1.2-sample.zip/academicSessions.csv', 5, 'endDate', 'implausibleYear'],
      ['oneroster-1.2-sample.zip/academicSessions.csv', 6, 'startDate', 'overlappingPeriod'],
      ['oneroster-1.2-sample.zip/classes.csv', 3, 'status', 'toBeDeleted'],
      // A teacher enrolled as a student.
      ['oneroster-1.2-sample.zip/enrollments.csv', 3, 'role', 'roleConflict'],
      // Three enrolments in the deleted class.
      ['oneroster-1.2-sample.zip/enrollments.csv', 5, 'classSourcedId', 'classNotImported'],
      ['oneroster-1.2-sample.zip/enrollments.csv', 6, 'classSourcedId', 'classNotImported'],
      ['oneroster-1.2-sample.zip/enrollments.csv', 7, 'classSourcedId', 'classNotImported'],
    ],
  },
] as const;

describe.each(EXPECTED)('$files.length file(s), $files.0.name', ({ files, created, rejected }) => {
  it('gives the counts and the rejected rows that a careful clerk expects', async () => {
    const store = createMemoryStore();
    const report = await run(store, files);
    expect(report.created).toEqual({ ...noCounts(), ...created });
    expect(report.updated).toEqual(noCounts());
    expect(report.unchanged).toEqual(noCounts());
    expect(places(report)).toEqual(rejected);
    expect(store.writes()).toBe(Object.keys(created).length > 0 ? 1 : 0);
  });

  it('reports the same in a dry run, which writes nothing', async () => {
    const store = createMemoryStore();
    const dry = await run(store, files, true);
    expect(store.writes()).toBe(0);
    expect(store.records()).toEqual([]);
    const real = await run(store, files);
    expect({ ...dry, dryRun: false }).toEqual(real);
  });

  it('finds everything unchanged in a second run', async () => {
    const store = createMemoryStore();
    const first = await run(store, files);
    const before = store.records();
    const second = await run(store, files);
    expect(second.created).toEqual(noCounts());
    expect(second.updated).toEqual(noCounts());
    expect(second.unchanged).toEqual(first.created);
    expect(places(second)).toEqual(rejected);
    expect(store.records()).toEqual(before);
  });

  it('adds to a school that already has people and classes, whatever the order of the files', async () => {
    const [, liceo] = generateSchools({ seed: 1, today: localDate(2026, 9, 14), history: 'none' });
    const plan = async (order: Parameters<typeof importRoster>[1]) => {
      const store = createMemoryStore(liceo?.records);
      const report = await importRoster(store, order, { dryRun: false, now: NOW });
      return { counts: [report.created, report.updated], size: store.records().length };
    };
    const forward = await plan(files);
    expect(await plan(files.toReversed())).toEqual(forward);
    expect(forward.counts[1]).toEqual(noCounts());
  });
});

describe('the content of the shared files', () => {
  it('is kept with nice capitals, without passwords and health, and of belief the choice for the hour of religion alone', async () => {
    const store = createMemoryStore();
    await run(store, [PUPILS, TEACHERS, ATA, POSTS, ONE_ROSTER]);
    const records = store.records();
    const names = records.flatMap((record) =>
      record.kind === 'person'
        ? [`${record.type} ${record.surname} ${record.givenName} ${record.roles.join()}`]
        : [],
    );
    expect(names).toEqual(
      expect.arrayContaining([
        'pupil Muti Ornella ',
        'pupil De Filippi Maria ',
        'staff De Filippi Maria teacher',
        'staff Rossi Maria ata,office',
        'staff Verdi Giuseppe ata',
        'staff Doe John teacher',
        'guardian Doe John ',
        'pupil Jones Mmichel ',
        'staff Jones Thomas office',
      ]),
    );
    const choices = records.filter(({ kind }) => kind === 'religionChoice');
    expect(choices.map((one) => one.kind === 'religionChoice' && one.choice)).toEqual([
      'attending',
      'leaves',
    ]);
    const others = records.filter(({ kind }) => kind !== 'religionChoice');
    expect(JSON.stringify(others)).not.toMatch(/password|religion|bes"/i);
    const years = records.flatMap((record) => (record.kind === 'schoolYear' ? [record.startYear] : []));
    expect(new Set(years)).toEqual(new Set([2022, 2026]));
    const classes = records.flatMap((record) =>
      record.kind === 'class' ? [`${className(record)} ${record.level} ${record.startYear}`] : [],
    );
    expect(classes.toSorted()).toEqual([
      '1A upperSecondary 2026',
      '1B upperSecondary 2026',
      '1C upperSecondary 2026',
      'Introduction to Physics upperSecondary 2022',
    ]);
  });

  it('D18: makes assignments of the right kind, the supply with the teacher replaced', async () => {
    const store = createMemoryStore();
    await run(store, [POSTS, TEACHERS, PUPILS]);
    const people = new Map(
      store
        .records()
        .flatMap((item) => (item.kind === 'person' ? [[item.id as string, item.surname] as const] : [])),
    );
    const assignments = store
      .records()
      .flatMap((item) =>
        item.kind === 'assignment'
          ? [
              `${people.get(item.teacher)} ${item.class} ${item.subject} ${item.type} ${people.get(item.replaces ?? '') ?? ''}`,
            ]
          : [],
      );
    expect(assignments.toSorted()).toEqual([
      'Bianchi 2026.US.1B storia reinforcement ',
      'De Filippi 2026.US.1C storia ordinary Bianchi',
      'Neri 2026.US.1A informatica lab ',
    ]);
  });

  it('marks people of the OneRoster set whose roles have ended as having left', async () => {
    const store = createMemoryStore();
    await run(store, [ONE_ROSTER]);
    const left = store.records().flatMap((record) => (record.kind === 'person' ? [record.leftOn] : []));
    expect(new Set(left)).toEqual(new Set(['2025-09-23']));
    const children = store
      .records()
      .flatMap((record) => (record.kind === 'personalData' ? record.children : []));
    expect(children).toHaveLength(2);
  });

  it('is planned equally twice, apart from identifiers and times', async () => {
    const kinds = async () => {
      const store = createMemoryStore();
      await run(store, [ONE_ROSTER]);
      return store.records().map((record) => [record.kind, Object.keys(payloadOf(record)).toSorted()]);
    };
    expect(await kinds()).toEqual(await kinds());
  });
});

function places(report: ImportReport): readonly unknown[] {
  return report.rejected.map(({ file, row, column, reasonCode }) => [file, row, column, reasonCode]);
}
