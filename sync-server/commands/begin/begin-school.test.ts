import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import { toSchoolId } from '../../../domain/base/ids.ts';
import { DEFAULT_POLICIES, type School } from '../../../domain/kinds/school/record.ts';
import { createSealer } from '../../secrets/sealing.ts';
import { OFFICE_PASSWORDS } from '../../identity/passwords/office-password.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { OPERATOR } from '../../../domain/protocol/endpoints/office/operations.ts';
import { beginSchool, type Beginning } from './begin-school.ts';
import { answersFault, completeAnswers } from './questions.ts';
import { BEGIN_WORDS } from './words.ts';

const signingKey = randomBytes(32);
const NEW = toSchoolId('REAL0001');
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer(undefined, { signingKey });
});
afterEach(() => server.close());

const clerk = { surname: 'Bianchi', givenName: 'Rosa', role: 'office' } as const;

async function begin(more: Partial<Beginning> = {}) {
  const sealer = createSealer(signingKey, OFFICE_PASSWORDS);
  const publicUrl = () => 'https://registro.example.it';
  const context = { storage: server.storage, sealer, now: () => server.clock.now, publicUrl };
  const details = { name: 'Liceo Reale', phone: '06 123' };
  return await beginSchool(context, { school: NEW, details, person: clerk, again: false, ...more });
}

async function begun(more: Partial<Beginning> = {}) {
  const result = await begin(more);
  return must(result.ok ? result.value : undefined, 'the school began');
}

const signIn = async (username: string, password: string) =>
  await server.app.inject({
    method: 'POST',
    url: '/session/sign-in',
    payload: { username, password, device: { id: 'device-1', name: 'PC' } },
  });

describe('S10 the first clerk of a real school', () => {
  test('gets a letter from the server’s command line, and signs in with it', async () => {
    const { username, password, job, school } = await begun();
    expect(username).toBe('REAL0001.1');
    expect(school).toMatchObject({ name: 'Liceo Reale', phone: '06 123', policies: DEFAULT_POLICIES });
    expect(job).toMatchObject({
      kind: 'letters',
      head: { schoolName: 'Liceo Reale', url: 'https://registro.example.it/scuola/REAL0001' },
      letters: [{ name: 'Rosa Bianchi', username, password }],
    });
    const answer = await signIn(username, password);
    expect(answer.json()).toMatchObject({ step: { kind: 'newPassword' } });
    const events = await server.storage.accounts.read((reader) =>
      reader.events({ school: NEW, username, limit: 10 }),
    );
    expect(events.map(({ act, by }) => [act, by])).toEqual([
      ['letterPrinted', OPERATOR],
      ['issued', OPERATOR],
    ]);
  });

  test('gets the same letter again until it has been used', async () => {
    const first = await begun();
    const second = await begun();
    expect(second).toMatchObject({ username: first.username, password: first.password });
  });

  test('gets a new one only when that is asked for, once the account is in use', async () => {
    const first = await begun();
    await server.storage.accounts.transaction(async (transaction) => {
      const account = must(await transaction.account(first.username), 'issued');
      await transaction.saveAccount({ ...account, state: 'activated' });
    });
    expect(await begin()).toEqual({ ok: false, failure: 'inUse' });
    const again = await begun({ again: true });
    expect(again.password).not.toBe(first.password);
    expect((await signIn(first.username, first.password)).statusCode).toBe(401);
    expect((await signIn(again.username, again.password)).json()).toMatchObject({
      step: { kind: 'newPassword' },
    });
  });

  test('is the one of the roster where an import has brought them already', async () => {
    await begun();
    const records = (await server.roster.readRoster(NEW)).records;
    const before = records.filter(({ kind }) => kind === 'person');
    const again = await begun({ person: { ...clerk, surname: ' BIANCHI ' } });
    const after = (await server.roster.readRoster(NEW)).records.filter(({ kind }) => kind === 'person');
    expect(after).toHaveLength(before.length);
    expect(again.username).toBe('REAL0001.1');
  });

  test('is not chosen among namesakes', async () => {
    await begun();
    const one = (await server.roster.readRoster(NEW)).records.find(({ kind }) => kind === 'person');
    await server.roster.write(NEW, [
      { ...must(one, 'the clerk'), id: 'another', entry: '01234567-89ab-7def-8123-456789abcdef' } as never,
    ]);
    expect(await begin()).toEqual({ ok: false, failure: 'severalPeople' });
  });

  test('is refused as long as the school has no name, and empty details replace no known ones', async () => {
    expect(await begin({ details: {} })).toEqual({ ok: false, failure: 'nameMissing' });
    await begun();
    const { school } = await begun({ details: { name: '', phone: ' ', email: 'info@reale.example.it' } });
    expect(school).toMatchObject({ name: 'Liceo Reale', phone: '06 123', email: 'info@reale.example.it' });
  });
});

describe('the questions', () => {
  function terminal(...typed: string[]) {
    const asked: string[] = [];
    const ask = async (question: string) => {
      asked.push(question);
      return must(typed.shift(), 'an answer');
    };
    return { asked, ask, left: typed };
  }

  test('are asked until each answer can be used, and say at once why one cannot', async () => {
    const { asked, ask, left } = terminal(
      'RM',
      'rmic8ab00x',
      'RMIS0001',
      ' ',
      'Liceo',
      '',
      'sbagliata',
      'a@b.example.it',
      '',
      'Roma',
      '',
      'V'.repeat(101),
      'Verdi',
      'Ugo',
    );
    expect(await completeAnswers({ details: {} }, { ask, language: 'it' })).toEqual({
      school: 'RMIS0001',
      details: { name: 'Liceo', phone: '', email: 'a@b.example.it', address: '', city: 'Roma' },
      surname: 'Verdi',
      givenName: 'Ugo',
    });
    expect(left).toEqual([]);
    const told = asked.flatMap((question) => (question.includes('\n') ? [question.split('\n')[0]] : []));
    expect(told).toEqual([
      BEGIN_WORDS.it.badSchool,
      BEGIN_WORDS.it.ministryCode('RMIC8AB00X'),
      BEGIN_WORDS.it.faults.nameMissing,
      BEGIN_WORDS.it.badEmail,
      BEGIN_WORDS.it.noPerson,
      BEGIN_WORDS.it.tooLong(100),
    ]);
  });

  test('begin with what the command line got wrong', async () => {
    const { asked, ask } = terminal('RMIS0001', 'a@b.example.it', 'Ugo');
    const details = { name: 'Liceo', phone: '', email: 'a@b', address: '', city: '' };
    const given = { school: 'RMIC8AB00X', details, surname: 'Verdi' };
    expect(answersFault(given, BEGIN_WORDS.en)).toBe(BEGIN_WORDS.en.ministryCode('RMIC8AB00X'));
    const answers = await completeAnswers(given, { ask, language: 'en' });
    expect(answers).toMatchObject({ school: 'RMIS0001', details: { email: 'a@b.example.it' } });
    expect(answersFault(answers, BEGIN_WORDS.en)).toBeUndefined();
    expect(asked.map((question) => question.split('\n')[0])).toEqual([
      BEGIN_WORDS.en.ministryCode('RMIC8AB00X'),
      BEGIN_WORDS.en.badEmail,
      `${BEGIN_WORDS.en.askGivenName}: `,
    ]);
  });

  test('ask nothing again of a school that the register knows', async () => {
    await begun({ details: { name: 'Liceo Reale', phone: '06 123', city: 'Roma' } });
    const { records } = await server.roster.readRoster(NEW);
    const { asked, ask } = terminal('', '', 'Neri', 'Ada');
    const known = async () => records.find(({ kind }) => kind === 'school') as School;
    const answers = await completeAnswers({ school: NEW, details: {} }, { ask, language: 'it', known });
    const { askEmail, askAddress, askSurname, askGivenName } = BEGIN_WORDS.it;
    expect(asked).toEqual(
      [askEmail, askAddress, askSurname, askGivenName].map((question) => `${question}: `),
    );
    const person = {
      surname: answers.surname ?? '',
      givenName: answers.givenName ?? '',
      role: 'office',
    } as const;
    const { username, school } = await begun({ details: answers.details, person });
    expect([username, school.name, school.phone]).toEqual(['REAL0001.2', 'Liceo Reale', '06 123']);
  });
});
