import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf, isBytes, type Endpoint } from '../../domain/protocol/endpoint.ts';
import { endpoints } from '../../domain/protocol/registry.ts';
import { PASSWORD, usernameOf } from '../testing/test-server.ts';
import { FAMILY, startVisitors, type Visitors } from '../testing/visitor.ts';

/** Each message as somebody asks it for whom it is not: whatever goes with it, nobody hears more than "no". */
const all = Object.entries(endpoints).map(([name, endpoint]) => ({ name, endpoint }));

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

async function ask(endpoint: Endpoint, token: string | undefined) {
  const isFile = isBytes(endpoint.body);
  const type = isBytes(endpoint.body) ? endpoint.body.mediaTypes[0] : 'application/json';
  const hasBody = endpoint.method !== 'GET' && endpoint.method !== 'DELETE';
  return await at.app.inject({
    method: endpoint.method,
    url: addressOf(endpoint, { id: 'x', session: 'x', collection: 'lessons' }),
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(hasBody ? { 'content-type': type, 'x-file-name': 'x.csv' } : {}),
    },
    ...(hasBody ? { payload: isFile ? Buffer.from('x') : '{}' } : {}),
  });
}

describe('what is for office and principal', () => {
  const ofOffice = all.filter(({ endpoint }) => endpoint.audience === 'office');

  test.each(ofOffice)('$name is refused to everybody else (S1)', async ({ name, endpoint }) => {
    for (const [who, token] of tokens) {
      const answer = await ask(endpoint, token);
      expect(answer.statusCode, `${name} asked by ${who}: ${answer.body.slice(0, 200)}`).toBe(403);
    }
  });
});

test.each(all.filter(({ endpoint }) => endpoint.audience !== 'signedOut'))(
  '$name is for nobody without a session',
  async ({ name, endpoint }) => {
    for (const token of [undefined, 'rubbish'])
      expect((await ask(endpoint, token)).statusCode, name).toBe(401);
  },
);
