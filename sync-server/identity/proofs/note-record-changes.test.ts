import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonId } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { personalDataId, type PersonalData } from '../../../domain/kinds/personal-data/record.ts';
import { RosterMoved } from '../../roster/roster-store.ts';
import { officeDesk } from '../../testing/office-desk.ts';
import { settle, startVouchedVisitors, vouchedFor, writeData } from '../../testing/record-tools.ts';
import type { TestIssuer } from '../../testing/sign-in/test-issuer.ts';
import { envelope, SCHOOL, STAFF } from '../../testing/test-school.ts';
import { usernameOf } from '../../testing/test-server.ts';
import type { Visitors } from '../../testing/visitor.ts';
import { createRosterStore } from '../../office/import/roster-store.ts';

const GOOD = 'MRTGNT80A41F257A';
const EVIL = 'LGOPRV75A41F257Z';
const OTHER = 'BRNPRV80A01F257X';
const ADDRESS = 'carla@posta.example.it';

let issuer: TestIssuer;
let at: Visitors;
beforeEach(async () => {
  ({ at, issuer } = await startVouchedVisitors());
  await writeData(at, STAFF.carla, { fiscalCode: GOOD, emails: [ADDRESS] });
  await settle(at, STAFF.carla);
});
afterEach(async () => {
  await at.close();
  await issuer.close();
});

function data(changes: Partial<PersonalData>, author: PersonId = STAFF.office): RegisterRecord {
  const person = STAFF.carla;
  const of = { kind: 'personalData', person, emails: [ADDRESS], phones: [], children: [] } as const;
  return { ...envelope(personalDataId(person)), ...of, author, ...changes };
}

const write = async (changes: Partial<PersonalData>, author?: PersonId) =>
  await at.roster.write(SCHOOL, [data(changes, author)]);
const waiting = async () =>
  await at.storage.accounts.read((reader) => reader.recordChange(SCHOOL, STAFF.carla));
const entersBy = async (code: string) =>
  (await vouchedFor(at, issuer, code)).tokens?.identity.username === usernameOf('carla');

/** A large import of these records that is cancelled after so many slices, its signal asked once for each. */
async function importCancelled(records: readonly RegisterRecord[], afterSlices: number) {
  const store = createRosterStore(at.storage, { now: () => at.clock.now });
  const { version } = await store.readRosterTexts(SCHOOL);
  const stop = new AbortController();
  let asked = 0;
  const signal = {
    throwIfAborted() {
      asked += 1;
      if (asked >= afterSlices) stop.abort();
      stop.signal.throwIfAborted();
    },
  } as AbortSignal;
  await expect(store.writeSlowly(SCHOOL, records, version, signal)).rejects.toThrow(/abort/i);
}

describe('a writing that fails takes its notes along', () => {
  test('a cancelled correction leaves what stands waiting', async () => {
    await write({ fiscalCode: EVIL });
    await importCancelled([data({ fiscalCode: GOOD })], 1);
    expect(await waiting()).toMatchObject({ fiscalCode: GOOD });
    expect(await entersBy(EVIL)).toBe(false);
    await write({ fiscalCode: OTHER });
    expect(await waiting()).toMatchObject({ fiscalCode: GOOD });
  });

  test('so does a correction of an address, cancelled in a later slice', async () => {
    await write({ fiscalCode: GOOD, emails: ['evil@zlo.example.it'] });
    const rest = Array.from({ length: 150 }, (_, index) => {
      const person = `new-${index}` as PersonId;
      return { ...data({ person }), id: personalDataId(person) } as RegisterRecord;
    });
    await importCancelled([data({ fiscalCode: GOOD }), ...rest], 2);
    expect(await waiting()).toMatchObject({ emails: [ADDRESS] });
  });

  test('a correction that comes after somebody else’s writing leaves it waiting, and takes nothing unconfirmed as known', async () => {
    await write({ fiscalCode: EVIL });
    const late = at.roster.write(SCHOOL, [data({ fiscalCode: GOOD })], '0.0.0');
    await expect(late).rejects.toThrow(RosterMoved);
    expect(await entersBy(EVIL)).toBe(false);
    await write({ fiscalCode: OTHER });
    expect(await waiting()).toMatchObject({ fiscalCode: GOOD });
    await write({ fiscalCode: EVIL });
    expect(await entersBy(EVIL)).toBe(false);
  });

  test('nothing waits, and nobody is written to, for a change that was never written', async () => {
    const before = await at.events(usernameOf('carla'));
    await importCancelled([data({ fiscalCode: EVIL })], 1);
    await expect(at.roster.write(SCHOOL, [data({ fiscalCode: EVIL })], '0.0.0')).rejects.toThrow(RosterMoved);
    expect(await waiting()).toBeUndefined();
    expect(await entersBy(GOOD)).toBe(true);
    const acts = (await at.events(usernameOf('carla'))).map(({ act }) => act);
    expect(acts.filter((act) => act === 'recordChanged')).toEqual(
      before.map(({ act }) => act).filter((act) => act === 'recordChanged'),
    );
  });

  test('a record that is invalid takes the notes of those before it along', async () => {
    await write({ fiscalCode: EVIL });
    const invalid = { ...data({}), emails: 'nobody' } as unknown as RegisterRecord;
    await expect(at.roster.write(SCHOOL, [data({ fiscalCode: GOOD }), invalid])).rejects.toThrow(
      /Not a valid/,
    );
    expect(await waiting()).toMatchObject({ fiscalCode: GOOD });
  });

  test('two versions of one record in one writing are noted one after the other', async () => {
    await at.roster.write(SCHOOL, [data({ fiscalCode: EVIL }), data({ fiscalCode: OTHER })]);
    expect(await waiting()).toMatchObject({ fiscalCode: GOOD });
    await at.roster.write(SCHOOL, [data({ fiscalCode: EVIL }), data({ fiscalCode: GOOD })]);
    expect(await waiting()).toBeUndefined();
    expect(await entersBy(GOOD)).toBe(true);
  });

  test('a correction that is written ends the waiting', async () => {
    await write({ fiscalCode: EVIL });
    const store = createRosterStore(at.storage, { now: () => at.clock.now });
    const { version } = await store.readRosterTexts(SCHOOL);
    await store.writeSlowly(SCHOOL, [data({ fiscalCode: GOOD })], version);
    expect(await waiting()).toBeUndefined();
    expect(await entersBy(GOOD)).toBe(true);
  });
});

describe('all authors of what waits', () => {
  test('are kept, whoever writes after them', async () => {
    await write({ fiscalCode: EVIL });
    await write({ fiscalCode: EVIL, emails: ['carla2@posta.example.it'] }, STAFF.principal);
    await write({ fiscalCode: OTHER, emails: ['carla2@posta.example.it'] }, STAFF.anna);
    expect(await waiting()).toMatchObject({
      by: STAFF.anna,
      authors: [STAFF.office, STAFF.principal, STAFF.anna],
    });
  });

  test('are forgotten once it is confirmed or taken back', async () => {
    await write({ fiscalCode: EVIL });
    await write({ fiscalCode: GOOD });
    await write({ fiscalCode: OTHER }, STAFF.principal);
    expect(await waiting()).toMatchObject({ authors: [STAFF.principal] });
  });
});

test.each<[string, Partial<PersonalData>, string]>([
  ['an address', { fiscalCode: GOOD, emails: [ADDRESS, 'ev\u0000il@zlo.example.it'] }, 'evil@zlo.example.it'],
  ['a fiscal code', { fiscalCode: `${EVIL.slice(0, 8)}\u0000${EVIL.slice(8)}` }, EVIL],
])('%s with a NUL in it waits as what is stored of it', async (_name, typed, stored) => {
  const store = createRosterStore(at.storage, { now: () => at.clock.now });
  for (const isSlow of [false, true]) {
    const { version } = await store.readRosterTexts(SCHOOL);
    if (isSlow) await store.writeSlowly(SCHOOL, [data(typed)], version);
    else await store.write(SCHOOL, [data(typed)]);
    const { texts } = await store.readRosterTexts(SCHOOL);
    expect(texts.some((text) => text.includes(stored))).toBe(true);
    expect(await waiting()).toMatchObject({ fiscalCode: GOOD, emails: [ADDRESS] });
    await write({ fiscalCode: GOOD });
  }
});

describe('an activation link', () => {
  const carla = usernameOf('carla');
  const mail = async () => await officeDesk(at).act('mail', { usernames: [carla] });
  const sentTo = async () => (await at.mails('activate')).map(({ to }) => to);

  test('goes to no address that waits for its confirmation', async () => {
    await write({ fiscalCode: GOOD, emails: ['evil@zlo.example.it'] });
    await officeDesk(at).act('reissue', { usernames: [carla] });
    expect(await mail()).toEqual({ done: 0, skipped: [{ username: carla, reason: 'addressWaits' }] });
    expect(await officeDesk(at).act('remind')).toMatchObject({ done: 0 });
    expect(await sentTo()).toEqual([]);
  });

  test('goes to the address that counted before, where it still stands', async () => {
    await write({ fiscalCode: GOOD, emails: ['evil@zlo.example.it', ADDRESS] });
    await officeDesk(at).act('reissue', { usernames: [carla] });
    expect(await mail()).toEqual({ done: 1, skipped: [] });
    expect(await sentTo()).toEqual([ADDRESS]);
  });
});
