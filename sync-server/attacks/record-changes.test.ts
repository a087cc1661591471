import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import type { PersonId } from '../../domain/base/ids.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import type { PersonalData } from '../../domain/kinds/personal-data/record.ts';
import { officeDesk } from '../testing/office-desk.ts';
import {
  confirmAddress,
  settle,
  startVouchedVisitors,
  vouchedFor,
  writeData,
} from '../testing/record-tools.ts';
import type { TestIssuer } from '../testing/sign-in/test-issuer.ts';
import { SCHOOL, STAFF, staffRecord } from '../testing/test-school.ts';
import { PASSWORD, usernameOf } from '../testing/test-server.ts';
import { NEW_PASSWORD, type Visitors } from '../testing/visitor.ts';

const BRUNO = 'BRNPRV80A01F257X';
const CLERK = 'LGOPRV75A41F257Z';
const MARTA = 'MRTGNT80A41F257A';
/** One that fits Carla's name, and that the clerk's identity bears. */
const FITTING = 'PRVCRL80A41F257D';

let issuer: TestIssuer;
let at: Visitors;
beforeEach(async () => {
  ({ at, issuer } = await startVouchedVisitors());
});
afterEach(async () => {
  await at.close();
  await issuer.close();
});

const onRecord = async (person: PersonId, changes: Partial<PersonalData>) =>
  await writeData(at, person, changes);
const vouched = async (fiscalCode: string) => await vouchedFor(at, issuer, fiscalCode);

describe('F3 a clerk who changes a colleague’s record', () => {
  const HEADER = 'Cognome,Nome,Sesso,CodiceFiscale,Username,Password,Email\n';

  async function importStaff(row: string) {
    const token = await at.token('office');
    const answer = await at.app.inject({
      method: 'POST',
      url: '/api/office/roster/import',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/octet-stream',
        'x-file-name': 'insegnanti.csv',
      },
      payload: Buffer.from(`${HEADER}${row}\n`),
    });
    expect([answer.statusCode, answer.body]).toEqual([200, expect.any(String)]);
  }

  test('does not enter by it: it waits, stands in the register under the clerk, and the owner hears', async () => {
    await confirmAddress(at, usernameOf('carla'), [PASSWORD, NEW_PASSWORD], 'carla@casa.example.it');
    // One that is plainly another person's is not even taken.
    await importStaff(`Prova,Carla,F,${CLERK},,,`);
    expect(await vouched(CLERK)).toEqual({});
    expect((await at.events(usernameOf('carla'))).map(({ act }) => act)).not.toContain('recordChanged');
    await importStaff(`Prova,Carla,F,${FITTING},,,`);
    expect(await vouched(FITTING)).toEqual({});
    const event = {
      act: 'recordChanged',
      by: usernameOf('office'),
      details: { fields: 'fiscalCode', after: 'PRV•••257D' },
    };
    expect(await at.events(usernameOf('carla'))).toContainEqual(expect.objectContaining(event));
    expect((await at.mails('recordChanged')).map(({ to }) => to)).toEqual(['carla@casa.example.it']);
  });

  test('nor by an invalid code before it', async () => {
    await onRecord(STAFF.carla, { fiscalCode: MARTA });
    await settle(at, STAFF.carla);
    await onRecord(STAFF.carla, { fiscalCode: 'COD0001' });
    await onRecord(STAFF.carla, { fiscalCode: CLERK });
    expect(await vouched(CLERK)).toEqual({});
    expect(await vouched(MARTA)).toEqual({});
    await onRecord(STAFF.carla, { fiscalCode: MARTA });
    expect((await vouched(MARTA)).tokens?.identity.username).toBe(usernameOf('carla'));
  });

  test('does not confirm it either: a second person does, or the owner with the password', async () => {
    const desk = officeDesk(at);
    const carla = usernameOf('carla');
    await onRecord(STAFF.carla, { fiscalCode: BRUNO, emails: ['carla@posta.example.it'] });
    expect((await desk.account(carla))?.recordChange).toMatchObject({
      own: true,
      by: 'Prova Olga',
      fiscalCode: BRUNO,
    });
    const seen = async () => [(await desk.account(carla))?.recordChange?.digest];
    const own = await desk.act('confirm-record', { usernames: [carla], seen: await seen() });
    expect(own).toEqual({ done: 0, skipped: [{ username: carla, reason: 'byAuthor' }] });
    expect(await vouched(BRUNO)).toEqual({});
    const principal = officeDesk(at, 'principal');
    expect((await principal.account(carla))?.recordChange).toMatchObject({ own: false });
    const confirmed = await principal.act('confirm-record', { usernames: [carla], seen: await seen() });
    expect(confirmed).toEqual({ done: 1, skipped: [] });
    expect((await vouched(BRUNO)).tokens?.identity.username).toBe(carla);
    await onRecord(STAFF.carla, { fiscalCode: CLERK, emails: [] });
    const { accessToken: token } = await at.enter(carla, PASSWORD);
    const shown = must((await at.view(token)).recordChange, 'it waits');
    expect(shown).toMatchObject({ fiscalCode: CLERK, emails: [] });
    const word = { seen: shown.digest };
    expect((await at.send('POST', '/api/account/record/confirm', word, { token })).status).toBe(204);
    expect((await at.view(token)).recordChange).toBeUndefined();
    expect((await vouched(CLERK)).tokens?.identity.username).toBe(carla);
    const events = (await at.events(carla)).filter(({ act }) => act === 'recordConfirmed');
    expect(events.map(({ by }) => by)).toEqual([carla, usernameOf('principal')]);
  });

  test('is not helped by a colleague who writes after', async () => {
    const carla = usernameOf('carla');
    await onRecord(STAFF.carla, { fiscalCode: CLERK });
    await writeData(at, STAFF.carla, {
      author: STAFF.principal,
      fiscalCode: CLERK,
      emails: ['c@x.example.it'],
    });
    for (const name of ['office', 'principal'] as const) {
      const desk = officeDesk(at, name);
      const change = must((await desk.account(carla))?.recordChange, 'it waits');
      expect(change).toMatchObject({ own: true });
      const report = await desk.act('confirm-record', { usernames: [carla], seen: [change.digest] });
      expect(report).toEqual({ done: 0, skipped: [{ username: carla, reason: 'byAuthor' }] });
    }
    expect(await vouched(CLERK)).toEqual({});
  });

  test.each<[string, Partial<PersonalData>]>([
    ['another code', { fiscalCode: CLERK, emails: ['carla@posta.example.it'] }],
    ['another address', { fiscalCode: BRUNO, emails: ['evil@zlo.example.it'] }],
    ['one more address', { fiscalCode: BRUNO, emails: ['carla@posta.example.it', 'evil@zlo.example.it'] }],
  ])('does not have %s confirmed with what was shown before', async (_name, changes) => {
    const carla = usernameOf('carla');
    const principal = officeDesk(at, 'principal');
    const { accessToken: token } = await at.enter(carla, PASSWORD);
    await onRecord(STAFF.carla, { fiscalCode: BRUNO, emails: ['carla@posta.example.it'] });
    const shown = must((await principal.account(carla))?.recordChange, 'it waits').digest;
    const own = must((await at.view(token)).recordChange, 'it waits').digest;
    await onRecord(STAFF.carla, changes);
    for (const seen of [[shown], undefined]) {
      const report = await principal.act('confirm-record', { usernames: [carla], ...(seen && { seen }) });
      expect(report).toEqual({ done: 0, skipped: [{ username: carla, reason: 'changed' }] });
    }
    for (const word of [{ seen: own }, {}]) {
      const answer = await at.send('POST', '/api/account/record/confirm', word, { token });
      expect([answer.status, answer.body]).toMatchObject([409, { reason: 'changed' }]);
    }
    expect(await vouched(CLERK)).toEqual({});
    const now = must((await principal.account(carla))?.recordChange, 'it waits').digest;
    expect(await principal.act('confirm-record', { usernames: [carla], seen: [now] })).toMatchObject({
      done: 1,
    });
  });

  test('a provider’s word does not confirm, and others than office and principal confirm nothing', async () => {
    await onRecord(STAFF.anna, { fiscalCode: MARTA, emails: ['anna@example.it'] });
    await settle(at, STAFF.anna);
    await onRecord(STAFF.anna, { fiscalCode: MARTA, emails: ['new@example.it'] });
    const { tokens } = await vouched(MARTA);
    const token = must(tokens, 'the code has not changed').accessToken;
    const confirmed = await at.send('POST', '/api/account/record/confirm', {}, { token });
    expect(confirmed.body).toMatchObject({ reason: 'signInAgain' });
    const usernames = [usernameOf('anna')];
    expect((await officeDesk(at, 'bruno').post('accounts/confirm-record', { usernames })).status).toBe(403);
  });

  test('a first value before anybody uses the account counts at once', async () => {
    const emma = staffRecord('staff-emma' as typeof STAFF.anna, 'Emma', ['teacher']) as RegisterRecord;
    await at.roster.write(SCHOOL, [emma]);
    await onRecord('staff-emma' as typeof STAFF.anna, { fiscalCode: BRUNO });
    await officeDesk(at).issue({ person: 'staff-emma' });
    expect((await vouched(BRUNO)).tokens?.identity.givenName).toBe('Emma');
  });
});
