import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { byKind } from '../../../domain/kinds/by-kind.ts';
import { importRoster } from '../import-roster.ts';
import type { RosterFile } from '../reading/roster-file.ts';
import { noCounts } from '../report/import-report.ts';
import { RosterRefusal } from '../report/refusal.ts';
import { createMemoryStore, type MemoryStore } from '../trial/memory-store.ts';

const NOW = Date.parse('2026-11-23T10:00:00.000Z');

/** A set of version 1.1 as an Italian school would write it: homerooms, subjects, guardians, roles in users.csv. */
const SET = {
  'orgs.csv': 'sourcedId,status,name,type,identifier\no1,,Istituto di Prova,school,MOIC8ZZ00X',
  'academicsessions.csv':
    'sourcedId,title,type,startDate,endDate,schoolYear\ny,2026/27,schoolYear,2026-09-14,2027-06-08,2027\n' +
    't1,Primo quadrimestre,semester,2026-09-14,2027-01-31,2027\nt2,Secondo quadrimestre,semester,2027-02-01,2027-06-08,2027',
  'Courses.CSV': 'sourcedId,title,courseCode\nc1,Matematica,MAT',
  'classes.csv':
    'sourcedId,title,grades,courseSourcedId,classType,termSourcedIds\nk1,1A,6,,homeroom,y\nk2,1B,6,,homeroom,y\n' +
    'k3,Matematica 1A,6,c1,scheduled,"t1,t2"',
  'USERS.csv':
    'sourcedId,status,username,familyName,givenName,role,email,agentSourcedIds,password\n' +
    'u1,,p.hu,HU,JUN,student,,"u3,u4",secret\nu2,,,Rossi,Ada,student,,u3,\nu3,,,Rossi,Ugo,parent,ugo@posta.example,,\n' +
    'u4,,,Wu,Lin,guardian,,,\nu5,,m.blu,Blu,Pia,teacher,,,\nu6,,,Neri,Ivo,wizard,,,',
  'demographics.csv': 'sourcedId,birthDate,sex\nu1,05/03/2015,male\nu2,2015-04-04,female',
  'enrollments.csv':
    'sourcedId,status,classSourcedId,userSourcedId,role,beginDate,endDate\ne1,,k1,u1,student,,\ne2,,k2,u2,student,,\n' +
    'e3,,k3,u1,student,,\ne4,,k3,u5,teacher,2026-09-14,2027-06-08\ne5,,k9,u1,student,,\ne6,,k1,u9,student,,\ne7,,k1,u1,student,2027-01-01,2026-01-01',
} as const satisfies Readonly<Record<string, string>>;

const asZip = (changes: Partial<Record<keyof typeof SET, string>> = {}): RosterFile => ({
  name: 'set.zip',
  bytes: zipSync(
    Object.fromEntries(Object.entries({ ...SET, ...changes }).map(([name, text]) => [name, strToU8(text)])),
  ),
});
const asFolder = (): readonly RosterFile[] =>
  Object.entries(SET).map(([name, text]) => ({ name: `set/${name}`, bytes: Buffer.from(text) }));
const run = async (store: MemoryStore, files: readonly RosterFile[]) =>
  await importRoster(store, files, { school: 'PROV0001', dryRun: false, now: NOW });

describe('a OneRoster 1.1 set', () => {
  it('gives school, year with its periods, classes, people, enrolments and assignments', async () => {
    const store = createMemoryStore();
    const report = await run(store, [asZip()]);
    expect(report.created).toEqual({
      schools: 1,
      years: 1,
      classes: 2,
      subjects: 1,
      pupils: 2,
      guardians: 2,
      staff: 1,
      enrolments: 2,
      assignments: 1,
    });
    expect(byKind(store.records())('school')[0]).toMatchObject({
      name: 'Istituto di Prova',
      levels: ['lowerSecondary'],
    });
    expect(byKind(store.records())('schoolYear')[0]).toMatchObject({
      startYear: 2026,
      lessonsFrom: '2026-09-14',
      lessonsTo: '2027-06-08',
      periods: [
        { name: 'Primo quadrimestre', from: '2026-09-14', to: '2027-01-31' },
        { name: 'Secondo quadrimestre', from: '2027-02-01', to: '2027-06-08' },
      ],
    });
    expect(byKind(store.records())('person').find((person) => person.surname === 'Hu')).toMatchObject({
      givenName: 'Jun',
      birthDate: '2015-03-05',
      classes: ['2026.LS.1A'],
    });
    // The subject taught to pupils of 1A is an assignment in 1A, not a class of its own.
    expect(byKind(store.records())('assignment')[0]).toMatchObject({
      class: '2026.LS.1A',
      subject: 'matematica',
      to: '2027-06-08',
    });
    expect(
      byKind(store.records())('personalData')
        .flatMap((data) => data.children.map((child) => child.guardian))
        .toSorted(),
    ).toEqual(['first', 'first', 'second']);
    expect(JSON.stringify(store.records())).not.toContain('secret');
  });

  it('says which rows it did not take', async () => {
    const report = await run(createMemoryStore(), [asZip()]);
    expect(report.rejected.map(({ file, row, reasonCode }) => [file.slice(8), row, reasonCode])).toEqual([
      ['USERS.csv', 7, 'unknownRole'],
      ['enrollments.csv', 6, 'classNotImported'],
      ['enrollments.csv', 7, 'unknownUser'],
      ['enrollments.csv', 8, 'spanReversed'],
    ]);
  });

  it('is the same from a folder, and unchanged the second time', async () => {
    const store = createMemoryStore();
    const first = await run(store, [asZip()]);
    const second = await run(store, asFolder());
    expect(second.unchanged).toEqual(first.created);
  });

  it('D56, D60: moves no period of a year that stands: what was assessed in it stays in its period', async () => {
    const store = createMemoryStore();
    await run(store, [asZip()]);
    const [before] = byKind(store.records())('schoolYear');
    const sessions = SET['academicsessions.csv']
      .replace('2027-01-31', '2026-12-22')
      .replace('2027-02-01', '2026-12-23');
    await run(store, [asZip({ 'academicsessions.csv': sessions })]);
    expect(byKind(store.records())('schoolYear')).toEqual([before]);
  });

  it('ends what the source deletes later, and erases nothing', async () => {
    const store = createMemoryStore();
    await run(store, [asZip()]);
    const changed = asZip({
      'enrollments.csv': SET['enrollments.csv'].replace('e4,,', 'e4,tobedeleted,'),
      'USERS.csv': SET['USERS.csv'].replace('u4,,', 'u4,toBeDeleted,'),
    });
    const report = await run(store, [changed]);
    expect([report.updated.assignments, report.updated.guardians]).toEqual([1, 1]);
    expect(byKind(store.records())('assignment')[0]?.to).toBe('2026-11-22');
    expect(byKind(store.records())('person').find((person) => person.surname === 'Wu')?.leftOn).toBe(
      '2026-11-23',
    );
    expect((await run(store, [changed])).updated).toEqual(noCounts());
  });

  it('of several schools is refused', async () => {
    const two = asZip({ 'orgs.csv': `${SET['orgs.csv']}\no2,,Altro Istituto,school,X` });
    await expect(run(createMemoryStore(), [two])).rejects.toThrow(RosterRefusal);
  });
});
