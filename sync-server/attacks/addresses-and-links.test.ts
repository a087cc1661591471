import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import type { RecoveryAnswer } from '../../domain/protocol/endpoints/account/account.ts';
import { linkIn, startMailServer, type MailServer } from '../testing/mail-server.ts';
import { personRecordOf } from '../testing/renamed.ts';
import {
  FAMILY,
  NEW_PASSWORD,
  OLD_PASSWORD,
  PUBLIC_URL,
  startVisitors,
  type Visitors,
} from '../testing/visitor.ts';
import { SCHOOL } from '../testing/test-school.ts';

let post: MailServer;
let at: Visitors;
beforeEach(async () => {
  post = await startMailServer();
  at = await startVisitors({ mail: { url: post.url, from: post.from } });
});
afterEach(async () => {
  await at.close();
  await post.close();
});

const ADDRESS = 'marta.privata@example.it';

const FORGED = [
  'victim@example.it\r\nBcc: thief@evil.example',
  'victim@example.it\nSubject: Vinci',
  'victim@example.it%0d%0aBcc:thief@evil.example',
  'victim@example.it,thief@evil.example',
  'victim@example.it;thief@evil.example',
  'victim@example.it thief@evil.example',
  '"victim@example.it" <thief@evil.example>',
  '<thief@evil.example>victim@example.it',
  'victim@example.it\u0000@evil.example',
  'victim@example.it@evil.example',
  'victim@\u0435xample.it',
  'v\u0131ctim@example.it',
  '\u212Aarl@example.it',
  'victim\u200B@example.it',
  'victim@example.it\u2028Bcc: thief@evil.example',
  '=?utf-8?q?thief?=@evil.example\r\n',
  'victim@[127.0.0.1]',
  'postmaster',
] as const;

test(`${FORGED.length} forged addresses are linked to nothing and mailed to nobody`, async () => {
  const { accessToken } = await at.enter(FAMILY.marta);
  for (const address of FORGED) {
    const linked = await at.act(accessToken, { kind: 'linkEmail', address, newPassword: NEW_PASSWORD });
    if (linked.status !== 200) expect(linked.body).toMatchObject({ reason: 'addressInvalid' });
    const recovered = await at.send('POST', '/session/recover', { kind: 'byEmail', address });
    expect([200, 429]).toContain(recovered.status);
  }
  expect(post.recipients.filter((to) => to.includes('evil') || to.includes('victim'))).toEqual([]);
  expect((await at.attempt(FAMILY.marta, OLD_PASSWORD)).status).toBe(200);
});

const NAMES = [
  'Marta\r\nBcc: thief@evil.example\r\n\r\nVinci',
  'Marta\nTo: thief@evil.example',
  'Marta\u2028Bcc: thief@evil.example',
  'Marta <thief@evil.example>',
  '</p><a href="//evil.example">Marta',
] as const;

test(`${NAMES.length} names with headers and markup in them stay words of the message`, async () => {
  const { accessToken: token } = await at.enter(FAMILY.marta);
  await at.act(token, { kind: 'linkEmail', address: ADDRESS, newPassword: NEW_PASSWORD });
  // Sent again before it has left, the first message would never leave.
  await post.mailTo(ADDRESS);
  for (const [index, name] of NAMES.entries()) {
    await at.roster.write(SCHOOL, personRecordOf(name));
    at.clock.now += 86_400_000 / 4;
    const again = await at.enter(FAMILY.marta, NEW_PASSWORD);
    await at.send('POST', '/api/account/email/resend', undefined, { token: again.accessToken });
    await vi.waitFor(() => expect(post.mails).toHaveLength(index + 2));
    const mail = must(post.mails.at(-1), 'a message');
    expect(mail.headers.has('bcc')).toBe(false);
    expect(mail.subject).not.toMatch(/[\r\n]|evil/);
    expect(mail.html).not.toContain('href="//evil');
  }
  expect(new Set(post.recipients)).toEqual(new Set([ADDRESS]));
});

describe('links lead to the configured address', () => {
  const hosts: readonly Readonly<Record<string, string>>[] = [
    { host: 'evil.example' },
    { host: 'registro.example.it@evil.example' },
    { 'x-forwarded-host': 'evil.example' },
    { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', 'x-forwarded-for': '1.2.3.4' },
    { forwarded: 'host=evil.example;proto=http' },
    { 'x-original-url': 'https://evil.example/link/x', 'x-rewrite-url': '//evil.example' },
  ];
  test.each(hosts)('whatever a request of 6 says: %o', async (headers) => {
    const { body } = await at.send<RecoveryAnswer>(
      'POST',
      '/session/recover',
      { kind: 'addresses', name: FAMILY.marta },
      { headers },
    );
    const choice = must(body.choices[0], 'a choice').choice;
    await at.send('POST', '/session/recover', { kind: 'byName', name: FAMILY.marta, choice }, { headers });
    const link = linkIn(await post.mailTo('marta@example.it'));
    expect(link).toMatch(new RegExp(`^${PUBLIC_URL}/link/[A-Za-z0-9_-]{43}$`));
    const page = await at.app.inject({ url: link.slice(PUBLIC_URL.length), headers });
    expect(page.body).not.toContain('evil.example');
  });

  test('19 tries at having a page lead elsewhere: no redirect, no foreign address in it', async () => {
    const { body } = await at.send<RecoveryAnswer>('POST', '/session/recover', {
      kind: 'addresses',
      name: FAMILY.marta,
    });
    const choice = must(body.choices[0], 'a choice').choice;
    await at.send('POST', '/session/recover', { kind: 'byName', name: FAMILY.marta, choice });
    const path = linkIn(await post.mailTo('marta@example.it')).slice(PUBLIC_URL.length);
    for (const query of ['next', 'url', 'redirect', 'returnTo', 'language'])
      for (const value of ['https://evil.example', '//evil.example', '"><script src=//evil.example>']) {
        const answer = await at.app.inject(`${path}?${query}=${encodeURIComponent(value)}`);
        expect(answer.statusCode).toBe(200);
        expect(answer.headers).not.toHaveProperty('location');
        expect(answer.body).not.toContain('evil.example');
      }
    for (const odd of [`/${path}`, `//evil.example${path}`, `${path}//evil.example`, `${path}/..%2f..`])
      expect((await at.app.inject(odd)).statusCode).toBe(404);
  });
});
