import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonId } from '../domain/base/ids.ts';
import { dayOfInstant } from '../domain/base/local-date.ts';
import { toInstant, toPersonId } from '../domain/base/ids.ts';
import type { IssueAnswer } from '../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { className } from '../domain/kinds/class/record.ts';
import { importRoster, type ImportOptions } from './roster/import-roster.ts';
import type { ImportReport } from './roster/report/import-report.ts';
import { actorOf } from './school/actor.ts';
import { classOfPupil } from './school/class-of-pupil.ts';
import { createSchoolSnapshots, type SchoolSnapshot } from './school/school-snapshots.ts';
import { SCHOOL, schoolRecords } from './testing/test-school.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

const HEAD = 'Cognome;Nome;Data di nascita;Classe;Data ritiro\n';
/** An institute from the fifth year of primary to the third of lower secondary school. */
const OLD_LIST = `${HEAD}Passa;Pia;1/2/2016;5A;\nResta;Rino;1/2/2014;1C;\nEsce;Elsa;1/2/2012;3C;\nParte;Pino;1/2/2014;1C;\nBocciato;Beo;1/2/2013;2C;\n`;
const NEW_LIST = `${HEAD}Passa;Pia;1/2/2016;1C;\nResta;Rino;1/2/2014;2C;\nBocciato;Beo;1/2/2013;2C;\nNuova;Nora;1/2/2016;1C;\nParte;Pino;1/2/2014;2C;\n`;

let server: TestServer;
const ids = new Map<string, PersonId>();

const at = (day: string) => {
  server.clock.now = Date.parse(`${day}T09:00:00.000Z`);
};
const take = async (text: string, options: Partial<ImportOptions> = {}): Promise<ImportReport> =>
  await importRoster(server.roster, [{ name: 'alunni.csv', bytes: Buffer.from(text) }], {
    school: SCHOOL,
    dryRun: false,
    now: server.clock.now,
    levels: ['primary', 'lowerSecondary'],
    ...options,
  });
const snapshot = async (): Promise<SchoolSnapshot> =>
  await server.storage.read(SCHOOL, (reader) => createSchoolSnapshots().at(SCHOOL, reader));
/** What everybody sees of a pupil: class (of page, letters and header), and whether an own account opens. */
const stateOf = async (surname: string): Promise<string> => {
  const school = await snapshot();
  const pupil = ids.get(surname) ?? toPersonId('nobody');
  const today = dayOfInstant(toInstant(server.clock.now));
  const schoolClass = classOfPupil(school, pupil, today);
  const holder = { school: SCHOOL, person: pupil, pupil, kind: 'student' } as const;
  const opens = actorOf(school, holder, server.clock.now) !== undefined;
  return `${schoolClass ? `${schoolClass.startYear} ${className(schoolClass)}` : '–'} ${opens ? 'in' : 'out'}`;
};
const learnPeople = async () => {
  for (const person of (await snapshot()).people.values()) ids.set(person.surname, person.id);
};

beforeAll(async () => {
  server = await startTestServer(schoolRecords(0));
});
afterAll(async () => {
  await server.close();
});

describe('S4 a whole institute from one July to October', () => {
  test('in July last year’s classes stand, and nobody of primary school has an account', async () => {
    at('2026-09-20');
    await take(OLD_LIST);
    await learnPeople();
    at('2027-07-05');
    expect(await stateOf('Passa')).toBe('2026 5A out');
    expect(await stateOf('Esce')).toBe('2026 3C in');
  });

  test('on 1 September, before any list of the new year, nobody is taken for a leaver', async () => {
    at('2027-09-02');
    expect(await stateOf('Resta')).toBe('2026 1C in');
    expect(await stateOf('Passa')).toBe('2026 5A out');
  });

  test('the list of 10 September ends last year, and says who is on no list', async () => {
    at('2027-09-10');
    const report = await take(NEW_LIST);
    expect(report.rejected).toEqual([]);
    expect(report.created).toMatchObject({ pupils: 1, enrolments: 5, years: 1 });
    const missing = report.warnings.filter(({ reasonCode }) => reasonCode === 'notInNewYear');
    expect(missing.map(({ reason }) => reason.split(': ').slice(1).join(': '))).toContainEqual(
      '3C 2026/27: Esce Elsa',
    );
    const enrolments = (await server.roster.readRoster(SCHOOL)).records.filter(
      (record) => record.kind === 'enrolment',
    );
    for (const pupil of ['Resta', 'Esce', 'Passa']) {
      const own = enrolments.filter((one) => one.pupil === ids.get(pupil) && one.class.startsWith('2026'));
      expect(own.map(({ to }) => to)).toEqual(['2027-08-31']);
    }
    await learnPeople();
    expect((await snapshot()).people.get(ids.get('Esce') ?? toPersonId(''))?.leftOn).toBeUndefined();
  });

  test('page, letters, header and student access follow the class of today, before the lessons too', async () => {
    for (const day of ['2027-09-10', '2027-09-14', '2027-10-04']) {
      at(day);
      expect([day, await stateOf('Passa')]).toEqual([day, '2027 1C in']);
      expect([day, await stateOf('Resta')]).toEqual([day, '2027 2C in']);
      expect([day, await stateOf('Bocciato')]).toEqual([day, '2027 2C in']);
      expect([day, await stateOf('Nuova')]).toEqual([day, '2027 1C in']);
      expect([day, await stateOf('Esce')]).toEqual([day, '– out']);
    }
  });

  test('the office issues for the classes of the new year alone', async () => {
    at('2027-10-04');
    // The clerk's session has ended meanwhile; the account is the same.
    const clerk = await server.signIn('office');
    const issue = async (payload: object) =>
      (
        await server.app.inject({
          method: 'POST',
          url: '/api/office/accounts/issue',
          headers: { authorization: `Bearer ${clerk.accessToken}` },
          payload,
        })
      ).json<IssueAnswer>();
    expect((await issue({ person: ids.get('Passa') })).issued).toHaveLength(1);
    expect((await issue({ person: ids.get('Esce') })).refused.map(({ reason }) => reason)).toEqual([
      'hasLeft',
    ]);
  });

  test('a leaving date in a list ends the enrolment, and the same list changes nothing again', async () => {
    const list = `${HEAD}Parte;Pino;1/2/2014;2C;30/09/2027\n`;
    const report = await take(list);
    expect(report.rejected).toEqual([]);
    expect(await stateOf('Parte')).toBe('– out');
    expect((await snapshot()).people.get(ids.get('Parte') ?? toPersonId(''))?.leftOn).toBe('2027-09-30');
    expect((await take(list)).updated).toMatchObject({ pupils: 0, enrolments: 0 });
    // A list that does not say so brings nobody back.
    const old = await take(`${HEAD}Parte;Pino;1/2/2014;2C;\n`);
    expect(old.rejected.map(({ reasonCode }) => reasonCode)).toEqual(['hasLeft']);
  });

  test('a list of one class is not taken for the whole school', async () => {
    at('2028-09-05');
    const report = await take(`${HEAD}Nuova;Nora;1/2/2016;2C;\n`);
    const codes = report.warnings.map(({ reasonCode }) => reasonCode);
    expect(codes).toContain('newYearPartial');
    expect(codes).not.toContain('notInNewYear');
  });

  test('and puts nobody else out: last year’s classes stand until the lists of their level are there', async () => {
    for (const day of ['2028-09-05', '2028-09-12', '2028-10-02']) {
      at(day);
      expect([day, await stateOf('Resta'), await stateOf('Passa')]).toEqual([
        day,
        '2027 2C in',
        '2027 1C in',
      ]);
    }
    expect(await stateOf('Nuova')).toBe('2028 2C in');
  });

  test('a list of an earlier year takes nobody out of today’s class', async () => {
    await take(`${HEAD}Nuova;Nora;1/2/2016;1C;\n`, { startYear: 2027 });
    expect(await stateOf('Nuova')).toBe('2028 2C in');
  });
});
