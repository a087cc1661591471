import { describe, expect, it } from 'vitest';
import { byKind } from '../../../domain/kinds/by-kind.ts';
import { importRoster } from '../import-roster.ts';
import type { ImportReport } from '../report/import-report.ts';
import { createMemoryStore, type MemoryStore } from '../trial/memory-store.ts';

const NOW = Date.parse('2026-11-23T10:00:00.000Z');

const SET = {
  orgs: 'sourcedId,name,type\no1,Istituto di Prova,school',
  academicSessions:
    'sourcedId,title,type,startDate,endDate,schoolYear\ny,2026/27,schoolYear,2026-09-14,2027-06-08,2027',
  courses: 'sourcedId,title,courseCode\nc1,Matematica,M\nc2,Storia,S',
  classes:
    'sourcedId,title,grades,courseSourcedId,classCode,classType,termSourcedIds\nk1,1A,6,c1,,homeroom,y\nk2,1B,6,c1,,homeroom,y\nk3,Storia in 1A,6,c2,,scheduled,y',
  users:
    'sourcedId,status,username,familyName,givenName,role,phone,sms\nu1,,u1,Alfa,Anna,student,,\nu2,,u2,Beta,Bruno,student,,\nu5,,u5,Blu,Pia,teacher,,\nu6,,u6,Neri,Ivo,teacher,,',
  enrollments:
    'sourcedId,status,classSourcedId,userSourcedId,role,beginDate,endDate\ne1,,k1,u1,student,,\ne2,,k2,u2,student,,\ne3,,k3,u1,student,,\ne4,,k1,u5,teacher,,\ne5,,k3,u6,teacher,,\ne6,,k2,u5,teacher,,',
} as const;
type Files = Partial<Record<keyof typeof SET | 'manifest', string>>;

const take = async (store: MemoryStore, files: Files): Promise<ImportReport> =>
  await importRoster(
    store,
    Object.entries(files).map(([name, text]) => ({ name: `set/${name}.csv`, bytes: Buffer.from(text) })),
    { school: 'PROV0001', dryRun: false, now: NOW },
  );
/** What a second set leaves, after the whole one. */
const after = async (files: Files) => {
  const store = createMemoryStore();
  await take(store, SET);
  const report = await take(store, files);
  return { store, codes: codesOf(report) };
};
const DELTA = 'propertyName,value\nfile.users,delta\nfile.enrollments,delta\nfile.classes,delta';
const ENROLLMENTS = 'sourcedId,status,classSourcedId,userSourcedId,role,beginDate,endDate\n';
const USERS = 'sourcedId,status,username,familyName,givenName,role,phone,sms\n';

describe('fault 16: the dates of a session say its year, whatever it is called', () => {
  it.each([
    ['named by its end', 'y,2026/27,schoolYear,2026-09-14,2027-06-08,2027', 2026],
    ['named by its beginning', 'y,2026/27,schoolYear,2026-09-14,2027-06-08,2026', 2026],
    ['with an old label that nobody changed', 'y,2023/24,schoolYear,2026-09-14,2027-06-08,2024', 2026],
    ['without a label', 'y,Anno,schoolYear,2026-09-14,2027-06-08,', 2026],
    ['that begins in August', 'y,2026/27,schoolYear,2026-08-24,2027-06-30,2026', 2026],
    ['that lasts to the end of August', 'y,2026/27,schoolYear,2026-09-01,2027-08-31,2027', 2026],
    ['of the year to come, prepared before', 'y,2027/28,schoolYear,2027-09-13,2028-06-07,2028', 2027],
    ['of which there is only a term', 't,Secondo,semester,2027-02-01,2027-06-08,2027', 2026],
  ])('a year %s', async (_, row, startYear) => {
    const store = createMemoryStore();
    const sessions = `sourcedId,title,type,startDate,endDate,schoolYear\n${row}`;
    const id = row.slice(0, row.indexOf(','));
    await take(store, {
      ...SET,
      academicSessions: sessions,
      classes: SET.classes.replaceAll(',y', `,${id}`),
    });
    expect(new Set(byKind(store.records())('class').map((one) => one.startYear))).toEqual(
      new Set([startYear]),
    );
    expect(byKind(store.records())('schoolYear').map((year) => year.startYear)).toEqual([startYear]);
  });
});

describe('fault 27: two identifiers are two classes, however alike their titles', () => {
  const classes = (...rows: readonly string[]) =>
    `sourcedId,title,grades,courseSourcedId,classCode,classType,termSourcedIds\n${rows.join('\n')}`;
  it.each([
    ['the same title and codes', ['k1,1A,6,,SUCC,homeroom,y', 'k2,1A,6,,CENTR,homeroom,y'], 2],
    ['titles that differ in capitals', ['k1,1a,6,,,homeroom,y', 'k2,1A,6,,,homeroom,y'], 2],
    ['titles that differ in a blank and a sign', ['k1,1 A,6,,,homeroom,y', 'k2,1^A,6,,,homeroom,y'], 2],
    [
      'long titles that differ at their end',
      [
        `k1,Laboratorio di ${'x'.repeat(40)} uno,6,,,homeroom,y`,
        `k2,Laboratorio di ${'x'.repeat(40)} due,6,,,homeroom,y`,
      ],
      2,
    ],
    ['one title three times', ['k1,1A,6,,,homeroom,y', 'k2,1A,6,,,homeroom,y', 'k4,1A,6,,,homeroom,y'], 3],
    ['one title at two levels', ['k1,1A,5,,,homeroom,y', 'k2,1A,6,,,homeroom,y'], 2],
  ])('%s', async (_, rows, count) => {
    const store = createMemoryStore();
    await take(store, { ...SET, classes: classes(...rows) });
    const made = byKind(store.records())('class');
    expect(new Set(made.map(({ sourceId }) => sourceId)).size).toBe(count);
    expect(made).toHaveLength(count);
    const classOf = (surname: string) =>
      byKind(store.records())('person').find((person) => person.surname === surname)?.classes;
    expect(classOf('Alfa')).toHaveLength(1);
    expect(classOf('Beta')).not.toEqual(classOf('Alfa'));
    const before = JSON.stringify(store.records());
    await take(store, { ...SET, classes: classes(...rows) });
    expect(JSON.stringify(store.records())).toBe(before);
  });
});

describe('fault 32: a part of a set rests on what an earlier set has brought', () => {
  it('a teacher of a known class gets its subject', async () => {
    const { store, codes } = await after({
      manifest: DELTA,
      users: `${USERS}u7,active,u7,Gialli,Ugo,teacher,,`,
      enrollments: `${ENROLLMENTS}e9,active,k2,u7,teacher,,`,
    });
    expect(codes).toEqual([]);
    const teacher = byKind(store.records())('person').find(({ surname }) => surname === 'Gialli')?.id;
    expect(byKind(store.records())('assignment').filter((one) => one.teacher === teacher)).toMatchObject([
      { class: '2026.LS.1B', subject: 'matematica' },
    ]);
  });

  it('of two subjects that the class is taught none is guessed', async () => {
    const { codes } = await after({
      manifest: DELTA,
      enrollments: `${ENROLLMENTS}e9,active,k1,u6,teacher,,`,
    });
    expect(codes).toEqual(['missingSubject']);
  });

  it('the row of an assignment that is known changes it, of a course too', async () => {
    const { store, codes } = await after({
      manifest: DELTA,
      enrollments: `${ENROLLMENTS}e5,active,k3,u6,teacher,2026-09-14,2026-12-22`,
    });
    expect(codes).toEqual([]);
    expect(byKind(store.records())('assignment').filter((one) => one.subject === 'storia')).toMatchObject([
      { class: '2026.LS.1A', to: '2026-12-22', sourceId: 'e5' },
    ]);
  });

  it('a teacher of a course that nothing is known of is said, and makes nothing', async () => {
    const { store, codes } = await after({
      manifest: DELTA,
      enrollments: `${ENROLLMENTS}e9,active,k3,u5,teacher,,`,
    });
    expect(codes).toEqual(['classNotImported']);
    expect(byKind(store.records())('assignment')).toHaveLength(3);
  });

  it('a course without its pupils does not become a class', async () => {
    const { store, codes } = await after({
      manifest: DELTA,
      courses: SET.courses,
      classes:
        'sourcedId,status,title,grades,courseSourcedId,classType,termSourcedIds\nk8,active,Storia in 1B,6,c2,scheduled,y',
      enrollments: `${ENROLLMENTS}e9,active,k8,u5,teacher,,`,
    });
    expect(codes).toEqual(['courseOfPart', 'classNotImported']);
    expect(byKind(store.records())('class')).toHaveLength(2);
  });

  it('a pupil moves to a known class, and one who is deleted leaves it', async () => {
    const { store, codes } = await after({
      manifest: DELTA,
      enrollments: `${ENROLLMENTS}e1,toBeDeleted,k1,u1,student,,\ne7,active,k2,u1,student,,`,
    });
    expect(codes).toEqual([]);
    const pupil = byKind(store.records())('person').find(({ surname }) => surname === 'Alfa')?.id;
    const own = byKind(store.records())('enrolment').filter((one) => one.pupil === pupil);
    expect(own.map((one) => [one.class, one.to])).toEqual([
      ['2026.LS.1A', '2026-11-22'],
      ['2026.LS.1B', undefined],
    ]);
  });

  it('somebody in no earlier set is not guessed', async () => {
    const { codes } = await after({
      manifest: DELTA,
      enrollments: `${ENROLLMENTS}e9,active,k1,u99,student,,`,
    });
    expect(codes).toEqual(['unknownUser']);
  });
});

describe('a cell of a set', () => {
  it('with a formula loses its row and nothing else', async () => {
    const store = createMemoryStore();
    const report = await take(store, {
      ...SET,
      users: SET.users.replace('Beta,Bruno', '"=HYPERLINK(""http://x.example"")",Bruno'),
    });
    expect(report.rejected.map(({ row, column, reasonCode }) => [row, column, reasonCode])).toContainEqual([
      3,
      'familyName',
      'formula',
    ]);
    expect(report.created.pupils).toBe(1);
    expect(JSON.stringify(store.records())).not.toContain('HYPERLINK');
  });

  it.each([
    ['347 1234567 (nonna)', '', ['347 1234567 (nonna)']],
    ['0591234567/3331234567', '', ['0591234567', '3331234567']],
    ['+39 347 1234567', '+39 347 1234567', ['+39 347 1234567']],
  ])('of telephones is read as in a table: %s', async (phone, sms, phones) => {
    const store = createMemoryStore();
    await take(store, { ...SET, users: SET.users.replace('Anna,student,,', `Anna,student,${phone},${sms}`) });
    expect(byKind(store.records())('personalData').flatMap((data) => data.phones)).toEqual(phones);
  });

  it('of telephones without a number is left out and said', async () => {
    const report = await take(createMemoryStore(), {
      ...SET,
      users: SET.users.replace('Anna,student,,', 'Anna,student,dopo le due,'),
    });
    expect(report.warnings.map(({ reasonCode }) => reasonCode)).toContain('badPhone');
  });
});

function codesOf({ rejected }: ImportReport): readonly string[] {
  return rejected.map(({ reasonCode }) => reasonCode);
}
