import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecoveryAnswer, RecoveryRequest } from '../../domain/protocol/endpoints/account/account.ts';
import { PASSWORD_COST } from '../identity/passwords/password-hash.ts';
import { PASSWORD, usernameOf } from '../testing/test-server.ts';
import { FAMILY, startVisitors, type Visitors } from '../testing/visitor.ts';
import { confirmAddresses, freshAddress, timeInTurns } from '../testing/attack-tools.ts';

const TRIES = 20;
/** Medians of two kinds of try that take equally long differ by less, where nothing else has the machine in between. */
const LEAST_RATIO = 0.75;
/** What a busy machine does to one series it does not do to all; a try that is truly shorter is shorter in each. */
const MOST_SERIES = 6;
const DAY = 86_400_000;
const KNOWN = [...Object.values(FAMILY), ...(['anna', 'bruno', 'carla', 'ata'] as const).map(usernameOf)];

let at: Visitors;
let addresses: readonly string[];
let tried = 0;
beforeAll(async () => {
  // The work that a wrong password costs must hide whether the name exists: only at its real cost does that show.
  // What a slow machine adds to a try must be little beside the time that recovery takes at least.
  at = await startVisitors({ passwordCost: PASSWORD_COST, leastRecoveryMs: 150 });
  addresses = await confirmAddresses(at, KNOWN);
});
afterAll(async () => {
  await at.close();
});

const from = () => ({ address: freshAddress((tried += 1)) });
const known = (index: number) => KNOWN[index % KNOWN.length] ?? '';
const unknown = (index: number) =>
  index % 2 === 0 ? `G8${String(index).padStart(5, '0')}A` : `TEST0001.9${index}`;
const address = (index: number) => addresses[index % addresses.length] ?? '';
const recover = async (request: RecoveryRequest) =>
  await at.send<RecoveryAnswer>('POST', '/session/recover', request, from());

type Try = (index: number) => Promise<unknown>;

/** The series in which two kinds of try were told apart by their time; none where they took equally long in one of them. */
async function toldApart(one: Try, other: Try): Promise<readonly string[]> {
  const seen: string[] = [];
  for (let series = 0; series < MOST_SERIES; series += 1) {
    const later =
      (work: Try): Try =>
      (index) =>
        work(series * TRIES + index);
    const [first, second] = await timeInTurns(TRIES, later(one), later(other));
    seen.push(`${first} and ${second} ms`);
    // By then no limit knows of the tries any more.
    at.clock.now += DAY;
    if (Math.min(first, second) / Math.max(first, second) > LEAST_RATIO) return [];
  }
  return seen;
}

describe('who has an account cannot be found out by signing in', () => {
  test('20 names of every kind, by text, status and headers', async () => {
    const names = [
      ...KNOWN,
      ...addresses,
      'nobody@example.it',
      'G999999Z',
      'NONE0000.1',
      '12345678',
      'x',
      '  ',
    ];
    const shapes = new Set<string>();
    for (const name of names) {
      const answer = await at.app.inject({
        method: 'POST',
        url: '/session/sign-in',
        remoteAddress: from().address,
        payload: { username: name, password: 'wrong', device: { id: 'device-x', name: '' } },
      });
      shapes.add(JSON.stringify([answer.statusCode, answer.body, Object.keys(answer.headers).toSorted()]));
    }
    expect([...shapes]).toHaveLength(1);
  });

  test(`${TRIES} wrong passwords for names and ${TRIES} for no names, by time`, async () => {
    const apart = await toldApart(
      (index) => at.attempt(known(index), 'wrong', from()),
      (index) => at.attempt(unknown(index), 'wrong', from()),
    );
    expect(apart).toEqual([]);
  }, 180_000);

  test(`${TRIES} wrong passwords for addresses and ${TRIES} for no addresses, by time`, async () => {
    const apart = await toldApart(
      (index) => at.attempt(address(index), 'wrong', from()),
      (index) => at.attempt(`nobody${index}@example.it`, 'wrong', from()),
    );
    expect(apart).toEqual([]);
  }, 180_000);

  test('12 tries are limited alike for a name and for no name', async () => {
    const statuses = async (name: string) => {
      const place = from();
      const all: number[] = [];
      for (let count = 0; count < 6; count += 1) all.push((await at.attempt(name, 'wrong', place)).status);
      return all;
    };
    expect(await statuses(FAMILY.marta)).toEqual(await statuses('G999998Z'));
  });
});

describe('who has an account cannot be found out by recovery', () => {
  test(`${TRIES} addresses and ${TRIES} that nobody has, by text and time; mails go to the former alone`, async () => {
    const answers = new Set<string>();
    const apart = await toldApart(
      async (index) =>
        answers.add(JSON.stringify(await recover({ kind: 'byEmail', address: address(index) }))),
      async (index) =>
        answers.add(JSON.stringify(await recover({ kind: 'byEmail', address: `no${index}@example.it` }))),
    );
    expect(apart).toEqual([]);
    expect([...answers]).toEqual([JSON.stringify({ status: 200, body: { choices: [] } })]);
    const recipients = (await at.mails('resetPassword')).map(({ to }) => to);
    expect(recipients.every((to) => addresses.includes(to))).toBe(true);
  }, 180_000);

  test(`${TRIES} usernames and ${TRIES} that nobody has, by time and shape`, async () => {
    const apart = await toldApart(
      (index) => recover({ kind: 'addresses', name: known(index) }),
      (index) => recover({ kind: 'addresses', name: unknown(index) }),
    );
    expect(apart).toEqual([]);
    const shape = ({ body }: { readonly body: RecoveryAnswer }) =>
      body.choices.map(({ choice, masked }) => [choice.length, /^[a-z]••••@[a-z.]+$/.test(masked)]);
    const shapes = new Set<string>();
    for (const name of [FAMILY.marta, FAMILY.nino])
      shapes.add(JSON.stringify(shape(await recover({ kind: 'addresses', name }))));
    const invented = await Promise.all(
      Array.from({ length: 40 }, (_, index) => recover({ kind: 'addresses', name: unknown(index) })),
    );
    for (const made of invented.map(shape)) if (made.length === 1) shapes.add(JSON.stringify(made));
    expect([...shapes]).toHaveLength(1);
  }, 180_000);

  test('10 choices sent for names and for no names answer alike', async () => {
    const answers = new Set<string>();
    for (let index = 0; index < 5; index += 1)
      for (const name of [known(index), unknown(index)])
        answers.add(JSON.stringify(await recover({ kind: 'byName', name, choice: 'zzzzzzzz.forged' })));
    expect([...answers]).toHaveLength(1);
  });
});

test('30 addresses looked up from a profile page, in the search for those of other people, are soon enough', async () => {
  const { accessToken } = await at.enter(usernameOf('principal'), PASSWORD);
  const statuses: number[] = [];
  for (let index = 0; index < 30; index += 1) {
    const act = { kind: 'linkEmail', address: address(index), newPassword: 'corta' } as const;
    statuses.push((await at.act(accessToken, act)).status);
  }
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(20);
});
