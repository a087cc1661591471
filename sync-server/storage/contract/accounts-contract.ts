import assert from 'node:assert/strict';
import { toPersonId, toSchoolId } from '../../../domain/base/ids.ts';
import { SCHOOL } from '../../testing/test-school.ts';
import type { Account, HandedOver, Mail, Profile } from './accounts.ts';
import type { Storage } from './storage.ts';

const ELSEWHERE = toSchoolId('TEST0002');

const account = (username: string, changes: Partial<Account> = {}): Account => ({
  username,
  school: SCHOOL,
  kind: 'staff',
  person: toPersonId('anna'),
  schoolPass: String(10_000_000 + Number(username.split('.')[1])),
  profile: `profile of ${username}`,
  state: 'issued',
  issuedAt: 1,
  ...changes,
});
const profile = (id: string, changes: Partial<Profile> = {}): Profile => ({
  id,
  password: { hash: 'x', origin: 'office', setAt: 1 },
  createdAt: 1,
  ...changes,
});
const mail = (id: string, changes: Partial<Mail> = {}): Mail => ({
  id,
  school: SCHOOL,
  username: 'TEST0001.1',
  kind: 'activate',
  to: 'a@example.it',
  subject: '',
  text: '',
  html: '',
  state: 'queued',
  attempts: 0,
  createdAt: 1,
  nextTryAt: 1,
  ...changes,
});
const handedOver = (id: string, changes: Partial<HandedOver> = {}): HandedOver => ({
  id,
  school: SCHOOL,
  username: 'TEST0001.1',
  device: 'PC',
  entry: id,
  collection: 'lessons',
  record: { any: 'thing' },
  assumed: null,
  at: 1,
  state: 'waiting',
  ...changes,
});

/** Gives each school pass and each confirmed address to one owner. */
export async function shouldKeepPassesAndAddressesApart(storage: Storage): Promise<void> {
  const { accounts } = storage;
  await accounts.transaction(async (own) => {
    await own.saveAccount(account('TEST0001.1'));
    await own.saveProfile(profile('one', { email: { address: 'a@example.it', confirmedAt: 1 } }));
  });
  const samePass = account('TEST0001.2', { schoolPass: '10000001' });
  await assert.rejects(
    accounts.transaction((own) => own.saveAccount(samePass)),
    { fault: 'duplicateAccount' },
  );
  const sameAddress = profile('two', { email: { address: 'a@example.it', confirmedAt: 2 } });
  await assert.rejects(
    accounts.transaction((own) => own.saveProfile(sameAddress)),
    { fault: 'duplicateAccount' },
  );
}

/** Counts the accounts of a profile, those of other schools included. */
export async function shouldCountAccountsOfProfiles(storage: Storage): Promise<void> {
  await storage.accounts.transaction(async (own) => {
    await own.saveProfile(profile('shared'));
    await own.saveProfile(profile('elsewhere'));
    await own.saveAccount(account('TEST0001.1', { profile: 'shared' }));
    await own.saveAccount(account('TEST0002.2', { profile: 'shared', school: ELSEWHERE }));
    await own.saveAccount(account('TEST0002.3', { profile: 'elsewhere', school: ELSEWHERE }));
  });
  const found = await storage.accounts.read((reader) => reader.profilesOfSchool(SCHOOL));
  assert.deepEqual(found, [{ profile: profile('shared'), accounts: 2 }]);
}

/** Numbers the acts on accounts, and reads them newest first. */
export async function shouldNumberActs(storage: Storage): Promise<void> {
  const events = (['issued', 'blocked'] as const).map((act) => ({
    at: 1,
    school: SCHOOL,
    username: 'TEST0001.1',
    act,
    details: {},
  }));
  await storage.accounts.transaction(async (own) => {
    for (const event of events) await own.addEvent(event);
  });
  const range = { school: SCHOOL, limit: 10 };
  await storage.accounts.read(async (reader) => {
    const [newest, oldest] = await reader.events(range);
    assert.deepEqual([oldest?.act, newest?.act], ['issued', 'blocked']);
    assert.deepEqual(await reader.events({ ...range, below: newest?.number ?? 0 }), [oldest]);
    assert.deepEqual(await reader.events({ ...range, username: 'TEST0001.2' }), []);
  });
}

/** Hands out messages in order when their time has come, and no longer when they have left. */
export async function shouldHandOutDueMails(storage: Storage): Promise<void> {
  const later = mail('later', { nextTryAt: 9 });
  const first = mail('first', { nextTryAt: 1, createdAt: 2 });
  const second = mail('second', { nextTryAt: 3, username: 'TEST0001.2' });
  const sent = mail('sent', { state: 'sent', nextTryAt: 1 });
  await storage.accounts.transaction(async (own) => {
    for (const one of [later, second, first, sent]) await own.saveMail(one);
  });
  await storage.accounts.read(async (reader) => {
    assert.deepEqual(await reader.dueMails(5, 10), [first, second]);
    assert.deepEqual(await reader.dueMails(5, 1), [first]);
    assert.deepEqual(await reader.queuedMailsOf('TEST0001.2'), [second]);
    assert.equal((await reader.queuedMailsOfSchool(SCHOOL, 10)).length, 3);
  });
}

/** Knows the newest message of some kinds for an account. */
export async function shouldKnowLastMails(storage: Storage): Promise<void> {
  await storage.accounts.transaction(async (own) => {
    await own.saveMail(mail('old', { state: 'failed', createdAt: 1 }));
    await own.saveMail(mail('new', { state: 'sent', createdAt: 3, kind: 'reminder' }));
    await own.saveMail(mail('other kind', { createdAt: 5, kind: 'passwordChanged' }));
  });
  const last = await storage.accounts.read((reader) => reader.lastMails(SCHOOL, ['activate', 'reminder']));
  assert.deepEqual(last, [{ username: 'TEST0001.1', state: 'sent', createdAt: 3 }]);
}

/** Lists entries that were handed over with the waiting ones first, and counts those. */
export async function shouldListHandedOverEntries(storage: Storage): Promise<void> {
  const left = handedOver('left', { at: 9, state: 'left' });
  await storage.accounts.transaction(async (own) => {
    for (const entry of [handedOver('old', { at: 1 }), left, handedOver('new', { at: 5 })])
      await own.saveHandedOver(entry);
  });
  await storage.accounts.read(async (reader) => {
    const ids = (await reader.handedOverInSchool(SCHOOL, 10)).map(({ id }) => id);
    assert.deepEqual(ids, ['new', 'old', 'left']);
    const [, old] = await reader.handedOverInSchool(SCHOOL, 10);
    const behind = await reader.handedOverInSchool(SCHOOL, 10, old && { after: old });
    assert.deepEqual(
      behind.map(({ id }) => id),
      ['left'],
    );
    assert.equal((await reader.handedOverInSchool(SCHOOL, 10, { mostBytes: 1 })).length, 1);
    const weight = await reader.handedOverWeight('TEST0001.1', SCHOOL);
    assert.deepEqual([weight.account.entries, weight.school.entries], [2, 2]);
    assert.ok(weight.school.bytes > 100);
    assert.equal(await reader.handedOverBy('TEST0001.1'), 2);
    assert.deepEqual(await reader.handedOver('left'), left);
  });
}

/** Opens a session with its token in the transaction of what the sign-in changes: both or neither. */
export async function shouldOpenSessionsWithTheirAccount(storage: Storage): Promise<void> {
  const { accounts } = storage;
  const open = async (id: string, isGood: boolean) =>
    await accounts.transaction(async (own) => {
      await own.saveAccount(account('TEST0001.1', { lastSignInAt: 7 }));
      const session = {
        school: SCHOOL,
        id,
        username: 'TEST0001.1',
        person: toPersonId('anna'),
        kind: 'staff',
        deviceId: 'device',
        deviceName: 'PC',
        proofs: [{ by: 'password', profile: 'p', at: 7 }],
        createdAt: 7,
        lastUsedAt: 7,
        endReason: null,
      } as const;
      await own.openSession(session, { hash: id, session: id, issuedAt: 7, usedAt: null, salt: 's' });
      if (!isGood) throw new Error('no space');
    });
  await assert.rejects(open('lost', false));
  await open('kept', true);
  const sessions = await accounts.read((reader) => reader.sessionsOf(['TEST0001.1']));
  assert.deepEqual(
    sessions.map(({ id, school, proofs }) => [id, school, proofs]),
    [['kept', SCHOOL, [{ by: 'password', profile: 'p', at: 7 }]]],
  );
  const tokens = await storage.read(SCHOOL, async (reader) => [
    await reader.refreshToken('lost'),
    await reader.refreshToken('kept'),
  ]);
  assert.deepEqual(
    tokens.map((token) => token?.session),
    [undefined, 'kept'],
  );
}
