import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf, isBytes, type Endpoint } from '../../domain/protocol/endpoint.ts';
import { endpoints } from '../../domain/protocol/registry.ts';
import { PASSWORD, usernameOf } from '../testing/test-server.ts';
import { FAMILY, startVisitors, type Visitors } from '../testing/visitor.ts';

/** Each message as somebody asks it for whom it is not: whatever goes with it, nobody hears more than "no". */
const all = Object.entries(endpoints).map(([name, endpoint]) => ({ name, endpoint }));

/** Bodies that fit the schemas, so that the right is what is decided: the others' own schemas say no before anybody is asked. */
const BODIES: Readonly<Record<string, unknown>> = {
  'officeAccounts.issueAccounts': { staff: true },
  'officeAccounts.blockAccounts': { usernames: ['D000001'], reason: 'prova' },
  'officeAccounts.printLetters': { usernames: ['D000001'] },
  'officeAccounts.changeRules': {},
};
const USERNAMES = { usernames: ['D000001'] };

let at: Visitors;
const tokens = new Map<string, string>();
beforeAll(async () => {
  at = await startVisitors();
  tokens.set('a parent', (await at.enter(FAMILY.marta)).accessToken);
  tokens.set('a teacher', (await at.enter(usernameOf('anna'), PASSWORD)).accessToken);
  tokens.set('the staff of the school', (await at.enter(usernameOf('ata'), PASSWORD)).accessToken);
});
afterAll(async () => {
  await at.close();
});

async function ask(name: string, endpoint: Endpoint, token: string | undefined) {
  const isFile = isBytes(endpoint.body);
  const body = isFile ? Buffer.from('x') : (BODIES[name] ?? (endpoint.body ? USERNAMES : {}));
  const type = isBytes(endpoint.body) ? endpoint.body.mediaTypes[0] : 'application/json';
  const hasBody = endpoint.method !== 'GET' && endpoint.method !== 'DELETE';
  return await at.app.inject({
    method: endpoint.method,
    url: addressOf(endpoint, { id: 'x', session: 'x', collection: 'lessons' }),
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(hasBody ? { 'content-type': type, 'x-file-name': 'x.csv' } : {}),
    },
    ...(hasBody ? { payload: isFile ? body : JSON.stringify(body) } : {}),
  });
}

describe('what is for office and principal', () => {
  const ofOffice = all.filter(({ endpoint }) => endpoint.audience === 'office');

  test.each(ofOffice)('$name is refused to everybody else (S1)', async ({ name, endpoint }) => {
    for (const [who, token] of tokens) {
      const answer = await ask(name, endpoint, token);
      // A body that does not fit is refused before anybody is asked who they are in the school.
      expect([403, 400], `${name} asked by ${who}: ${answer.body.slice(0, 200)}`).toContain(
        answer.statusCode,
      );
    }
  });

  test('is judged by the right, and not by the body, for most of them', async () => {
    const token = tokens.get('a teacher');
    const answers = await Promise.all(
      ofOffice.map(async ({ name, endpoint }) => (await ask(name, endpoint, token)).statusCode),
    );
    expect(answers.filter((status) => status === 403).length).toBeGreaterThan(ofOffice.length * 0.7);
  });
});

test.each(all.filter(({ endpoint }) => endpoint.audience !== 'signedOut'))(
  '$name is for nobody without a session',
  async ({ name, endpoint }) => {
    for (const token of [undefined, 'rubbish'])
      expect((await ask(name, endpoint, token)).statusCode, name).toBe(401);
  },
);
