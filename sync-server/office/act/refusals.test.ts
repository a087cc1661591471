import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import { blockAccounts } from '../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import { importRoster } from '../../../domain/protocol/endpoints/office/office-endpoints.ts';
import { endpoints } from '../../../domain/protocol/registry.ts';
import { officeDesk, type OfficeDesk } from '../../testing/office-desk.ts';
import { writeData } from '../../testing/record-tools.ts';
import { GUARDIANS } from '../../testing/test-families.ts';
import { CLASS_A, pupilOf, SCHOOL, STAFF, staffRecord } from '../../testing/test-school.ts';
import { usernameOf } from '../../testing/test-server.ts';
import { FAMILY, startVisitors, type Visitors } from '../../testing/visitor.ts';

const ANNA = usernameOf('anna');
const OFFICE = usernameOf('office');
const HOUR = 3_600_000;

let server: Visitors;
let clerk: OfficeDesk;
beforeEach(async () => {
  server = await startVisitors();
  clerk = officeDesk(server);
});
afterEach(async () => {
  await server.close();
});

/** What the register says of refusals, newest first. */
async function refused(username?: string) {
  return (await server.events(username)).filter(({ act }) => act === 'actRefused');
}

async function block(name: 'anna' | 'carla', reason = 'Segreto di un alunno'): Promise<number> {
  // Anew each time: the clock of these tests moves beyond the life of a token.
  const { accessToken: token } = await server.signIn(name);
  const payload = { usernames: [FAMILY.marta], reason };
  return (await server.send('POST', blockAccounts.path, payload, { token })).status;
}

/** The clerk works in the office no more from just before the next transaction on: past the door, and before anything is written. */
function leaveOfficeBeforeNextWrite(): void {
  const { transaction } = server.storage;
  vi.spyOn(server.storage, 'transaction').mockImplementationOnce(async (school, work) => {
    await server.roster.write(SCHOOL, [staffRecord(STAFF.office, 'Olga', ['ata'])]);
    return await transaction(school, work);
  });
}

async function importAs(name: 'anna' | 'office'): Promise<number> {
  const { accessToken } = await server.signIn(name);
  const answer = await server.app.inject({
    method: importRoster.method,
    url: importRoster.path,
    headers: {
      authorization: `Bearer ${accessToken}`,
      'content-type': 'application/octet-stream',
      'x-file-name': 'alunni.csv',
    },
    payload: Buffer.from('Cognome;Nome;Data di nascita;Classe\nRossi;Ugo;1/2/2014;1A\n'),
  });
  return answer.statusCode;
}

describe('an act that is asked for without the right to it', () => {
  test('stands in the register, under whoever asked, with nothing of what was asked', async () => {
    expect(await block('anna')).toBe(403);
    expect(await refused(FAMILY.marta)).toEqual([]);
    const [event, ...more] = await refused();
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      username: ANNA,
      by: ANNA,
      details: { attempted: 'blocked', why: 'right', device: expect.stringContaining('PC') },
    });
    expect(JSON.stringify(event)).not.toMatch(/Segreto|G000001A/);
  });

  const acts = Object.entries(endpoints).flatMap(([id, { notes, method, path }]) =>
    notes ? [[id, notes, method, path.replace(':id', 'x')] as const] : [],
  );
  test.each(acts)('%s, from a family too', async (_id, notes, method, path) => {
    const { accessToken: token } = await server.enter(FAMILY.marta);
    expect((await server.send(method, path, {}, { token })).status).toBe(403);
    const [event] = await refused(FAMILY.marta);
    expect(event?.details['attempted']).toBe(notes.join(' '));
  });

  test('the import of a list, though it is no act of the frame', async () => {
    expect(await importAs('anna')).toBe(403);
    expect(await refused()).toMatchObject([{ username: ANNA, details: { attempted: 'rosterImport' } }]);
  });

  test('the import of somebody who has left the office while the file was read', async () => {
    leaveOfficeBeforeNextWrite();
    expect(await importAs('office')).toBe(403);
    expect(await refused()).toMatchObject([{ username: OFFICE, details: { attempted: 'rosterImport' } }]);
  });

  test('where only something is read, stands nowhere', async () => {
    expect((await officeDesk(server, 'anna').get('accounts')).status).toBe(403);
    expect(await refused()).toEqual([]);
  });

  test('by somebody who was of the office when the request came, stands there as well', async () => {
    const payload = { usernames: [FAMILY.marta], reason: 'x' };
    leaveOfficeBeforeNextWrite();
    expect((await clerk.post('accounts/block', payload)).status).toBe(403);
    const principal = officeDesk(server, 'principal');
    const acts = (await principal.events(OFFICE)).map(({ act, details }) => [act, details['attempted']]);
    expect(acts[0]).toEqual(['actRefused', 'blocked']);
    expect((await principal.account(FAMILY.marta))?.state).not.toBe('blocked');
  });
});

describe('however often somebody tries', () => {
  test('one refusal stands for those of an hour that are like it', async () => {
    for (let count = 0; count < 5; count += 1) await block('anna');
    expect(await refused()).toHaveLength(1);
    await block('carla');
    await officeDesk(server, 'anna').post('accounts/unblock', { usernames: [FAMILY.marta] });
    expect(await refused()).toHaveLength(3);
    server.clock.now += HOUR / 2;
    await block('anna');
    expect(await refused()).toHaveLength(3);
    server.clock.now += HOUR;
    await block('anna');
    expect(await refused()).toHaveLength(4);
  });

  test('ten of an account in an hour are the most, also when they come at once', async () => {
    const { accessToken: token } = await server.enter(FAMILY.marta);
    const ask = Object.values(endpoints).filter(({ notes }) => notes);
    const all = [...ask, ...ask].map(async ({ method, path }) => {
      const { status } = await server.send(method, path.replace(':id', 'x'), {}, { token });
      expect(status).toBe(403);
    });
    await Promise.all(all);
    expect(await refused(FAMILY.marta)).toHaveLength(10);
    expect(await refused()).toHaveLength(10);
  });

  test('a clock that was set back lets in no flood', async () => {
    await block('anna');
    server.clock.now -= 10 * HOUR;
    for (let count = 0; count < 5; count += 1) await block('anna');
    expect(await refused()).toHaveLength(1);
  });
});

describe('what one pair of eyes may not decide', () => {
  const change = async (author: (typeof STAFF)[keyof typeof STAFF]) => {
    const children = [{ pupil: pupilOf(CLASS_A, 1), guardian: 'second' }] as const;
    await writeData(server, GUARDIANS.nino, { children, emails: ['nuovo@example.it'], author });
    const account = must(await clerk.account(FAMILY.nino), 'an account');
    return must(account.recordChange, 'a change that waits').digest;
  };

  test.each(['confirm-record', 'refuse-record'] as const)('%s: their own change', async (act) => {
    const digest = await change(STAFF.office);
    const payload = { usernames: [FAMILY.nino], seen: [digest] };
    expect(await clerk.act(act, payload)).toMatchObject({ done: 0, skipped: [{ reason: 'byAuthor' }] });
    await clerk.act(act, payload);
    const attempted = act === 'confirm-record' ? 'recordConfirmed' : 'recordRefused';
    expect(await refused(FAMILY.nino)).toMatchObject([
      { by: OFFICE, username: FAMILY.nino, details: { attempted, why: 'byAuthor' } },
    ]);
    expect(JSON.stringify(await refused())).not.toContain('example.it');
    await officeDesk(server, 'principal').act(act, payload);
    expect((await clerk.acts(FAMILY.nino))[0]).toBe(attempted);
  });

  test('their own account', async () => {
    expect(await clerk.act('block', { usernames: [OFFICE], reason: 'x' })).toMatchObject({ done: 0 });
    expect(await refused(OFFICE)).toMatchObject([
      { by: OFFICE, details: { attempted: 'blocked', why: 'own' } },
    ]);
  });
});
