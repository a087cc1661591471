import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Mail } from '../storage/contract/accounts.ts';
import { openStorage } from '../storage/open.ts';
import type { Storage } from '../storage/contract/storage.ts';
import { linkIn, startMailServer, type MailServer } from '../testing/mail-server.ts';
import { SCHOOL, STAFF } from '../testing/test-school.ts';
import { createPostOffice, type OutgoingMail } from './post-office.ts';
import { createMailSender, type MailSender } from './sender.ts';
import { createSmtpTransport, type SmtpOptions } from './smtp.ts';

const START = Date.parse('2026-11-23T09:30:00.000Z');
const HOUR = 3_600_000;
const clock = { now: START };
const folders: string[] = [];
const senders: MailSender[] = [];
let server: MailServer;
let storage: Storage;
let office: ReturnType<typeof createPostOffice>;

beforeEach(async () => {
  clock.now = START;
  server = await startMailServer();
  const folder = mkdtempSync(path.join(tmpdir(), 'campanella-mail-'));
  folders.push(folder);
  storage = openStorage(folder);
  office = createPostOffice({ now: () => clock.now, wakeSender: undefined });
});
afterEach(async () => {
  for (const sender of senders.splice(0)) await sender.close();
  await storage.close();
  await server.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function startSender(options: Partial<SmtpOptions> = {}, at: Storage = storage): MailSender {
  const transport = createSmtpTransport({ url: server.url, from: server.from, ...options });
  const sender = createMailSender({
    storage: at,
    transport,
    now: () => clock.now,
    random: () => 1,
    onFault: () => undefined,
    pollMs: 60_000,
  });
  senders.push(sender);
  return sender;
}

async function queue(changes: Partial<OutgoingMail> = {}): Promise<Mail> {
  const values = {
    name: 'Maria D’Amico',
    schoolName: 'IC Prova',
    link: 'https://scuola.example.it/link/abc',
  };
  const mail = {
    school: SCHOOL,
    username: 'G123456X',
    to: 'maria@example.it',
    kind: 'activate',
    values,
  };
  return await storage.accounts.transaction((transaction) =>
    office.queue(transaction, { ...mail, ...changes } as OutgoingMail),
  );
}

const state = async ({ id }: Mail) => await storage.accounts.read((reader) => reader.mail(id));
/** The message once its try number `attempts` has been settled. */
async function settled(mail: Mail, attempts = 1): Promise<Mail | undefined> {
  return await vi.waitFor(
    async () => {
      const now = await state(mail);
      // Ten minutes from now means that the try is still under way.
      const isUnderWay = now?.state === 'queued' && now.nextTryAt === clock.now + 600_000;
      expect({ isUnderWay, attempts: now?.attempts }).toEqual({ isUnderWay: false, attempts });
      return now;
    },
    { interval: 5 },
  );
}

describe('a queued message', () => {
  test('goes out by SMTP in both forms, and its words are not kept', async () => {
    const mail = await queue();
    startSender();
    const got = await server.mailTo('maria@example.it');
    expect(got.subject).toBe('Accesso al registro elettronico · IC Prova');
    expect(got.from?.text).toBe('"Registro di prova" <registro@scuola.example.it>');
    expect(linkIn(got)).toBe('https://scuola.example.it/link/abc');
    expect(got.text).toContain('fino a giovedì 26 novembre 2026 alle ore 10:30');
    expect(got.html).toContain('<a href="https://scuola.example.it/link/abc"');
    expect(got.headers.get('auto-submitted')).toBe('auto-generated');
    expect(got.messageId).toContain(mail.id);
    expect(await settled(mail)).toMatchObject({ state: 'sent', sentAt: START, text: '', html: '' });
  });

  test('is in English for whom has chosen so', async () => {
    const password = { hash: '', origin: 'owner', setAt: START } as const;
    const account = {
      username: 'G123456X',
      school: SCHOOL,
      kind: 'firstGuardian',
      person: STAFF.anna,
    } as const;
    await storage.accounts.transaction(async (transaction) => {
      await transaction.saveProfile({ id: 'maria', password, language: 'en', createdAt: START });
      await transaction.saveAccount({
        ...account,
        schoolPass: '1',
        profile: 'maria',
        state: 'activated',
        issuedAt: START,
      });
    });
    await queue();
    startSender();
    const got = await server.mailTo('maria@example.it');
    expect(got.text).toContain('26 November 2026 at 10:30');
  });

  test.each([
    ['in a name', { name: 'Eva\r\nBcc: eve@example.it', schoolName: 'IC Prova' }],
    ['in the name of the school', { name: 'Eva', schoolName: 'IC\nBcc: eve@example.it\n\nProva' }],
    [
      'in both, with other line ends',
      { name: 'Eva\u2028Bcc: x', schoolName: 'IC\u0085Cc: eve@example.it\rProva' },
    ],
  ])('takes no header that stands %s', async (_where, values) => {
    await queue({ kind: 'passwordChanged', values });
    startSender();
    const got = await server.mailTo('maria@example.it');
    expect(got.bcc).toBeUndefined();
    expect(got.cc).toBeUndefined();
    expect(server.recipients).toEqual(['maria@example.it']);
  });

  test('escapes names in its HTML', async () => {
    await queue({
      kind: 'passwordChanged',
      values: { name: '<img src=x onerror=alert(1)>', schoolName: `"A" & 'B'` },
    });
    startSender();
    const { html } = await server.mailTo('maria@example.it');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).toContain('&quot;A&quot; &amp; &#39;B&#39;');
  });

  test.each(['a@example.it, b@example.it', 'a@example.it\r\nRCPT TO:<b@example.it>', 'A <a@example.it>', ''])(
    'is not taken for the address "%s"',
    async (to) => {
      await expect(queue({ to })).rejects.toThrow('address');
    },
  );

  test('makes an older one of its kind void, and no other', async () => {
    const older = await queue();
    const other = await queue({ kind: 'passwordChanged' });
    const newer = await queue();
    expect(await state(older)).toMatchObject({ state: 'cancelled', text: '' });
    expect(await state(other)).toMatchObject({ state: 'queued' });
    expect(await state(newer)).toMatchObject({ state: 'queued' });
  });

  test('is gone when its transaction fails', async () => {
    await expect(
      storage.accounts.transaction(async (transaction) => {
        const values = { name: 'A', schoolName: 'B' };
        const mail = { school: SCHOOL, username: 'G1', to: 'a@example.it' } as const;
        await office.queue(transaction, { ...mail, kind: 'passwordChanged', values });
        throw new Error('after all');
      }),
    ).rejects.toThrow('after all');
    expect(await storage.accounts.read((reader) => reader.mailsOfSchool(SCHOOL, 10))).toEqual([]);
  });
});

describe('a mail server', () => {
  test('that refuses an address fails the message with its words, without any address', async () => {
    server.refuse = (address) => ({ code: 550, words: `5.1.1 <${address}> unknown, ask boss@example.it` });
    const mail = await queue();
    startSender();
    expect(await settled(mail)).toMatchObject({
      state: 'failed',
      attempts: 1,
      lastError: '550 5.1.1 … unknown, ask …',
    });
  });

  test('that is busy is asked again: after a minute, two, four, and in the end no more', async () => {
    server.refuse = () => ({ code: 451, words: '4.7.1 come back later' });
    const mail = await queue();
    const sender = startSender();
    expect(await settled(mail)).toMatchObject({ state: 'queued', attempts: 1, nextTryAt: START + 60_000 });
    const pauses: number[] = [];
    for (;;) {
      const before = await state(mail);
      if (before?.state !== 'queued') break;
      clock.now = before.nextTryAt;
      sender.wake();
      const after = await settled(mail, before.attempts + 1);
      if (after?.state === 'queued') pauses.push((after.nextTryAt - clock.now) / 60_000);
    }
    expect(pauses.slice(0, 9)).toEqual([2, 4, 8, 16, 32, 64, 128, 240, 240]);
    expect(await state(mail)).toMatchObject({
      state: 'failed',
      lastError: '451 4.7.1 come back later',
      text: '',
    });
    expect(clock.now).toBeGreaterThan(START + 67 * HOUR);
    expect(clock.now).toBeLessThanOrEqual(START + 72 * HOUR);
  });

  test('that does not answer keeps the message queued, and it goes out when it does', async () => {
    const mail = await queue();
    const sender = startSender({ url: 'smtp://127.0.0.1:1' });
    expect(await settled(mail)).toMatchObject({
      state: 'queued',
      attempts: 1,
      lastError: 'connect ECONNREFUSED 127.0.0.1:1',
    });
    await sender.close();
    clock.now += 60_000;
    startSender();
    expect(await settled(mail, 2)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  test('that is down is not asked for every message that waits', async () => {
    for (let index = 0; index < 12; index += 1) await queue({ username: `G${index}` });
    const sender = startSender({ url: 'smtp://127.0.0.1:1' });
    const tried = async () => {
      const mails = await storage.accounts.read((reader) => reader.mailsOfSchool(SCHOOL, 20));
      return mails.filter(({ lastError }) => lastError !== undefined).length;
    };
    await vi.waitFor(async () => expect(await tried()).toBeGreaterThan(0));
    await sender.close();
    expect(await tried()).toBe(3);
  });

  test('with a certificate that nobody vouches for gets nothing', async () => {
    const secure = await startMailServer({ secure: true });
    const mail = await queue();
    startSender({ url: secure.url });
    await vi.waitFor(async () => expect((await state(mail))?.lastError).toMatch(/certificate/i));
    expect(secure.recipients).toEqual([]);
    await secure.close();
  });

  test('that refuses the password is tried again later: the message is not at fault', async () => {
    const strict = await startMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, callback) => callback(new Error('535 no')),
    });
    const mail = await queue();
    startSender({ url: strict.url.replace('//', '//user:wrong@') });
    await vi.waitFor(async () => expect((await state(mail))?.lastError).toBeDefined());
    expect(await state(mail)).toMatchObject({ state: 'queued' });
    await strict.close();
  });
});

describe('senders', () => {
  test('send what an earlier run of the server has queued', async () => {
    const mail = await queue();
    await storage.close();
    storage = openStorage(folders.at(-1) ?? '');
    startSender();
    expect(await settled(mail)).toMatchObject({ state: 'sent' });
  });

  test('of two processes send each of 40 messages once', async () => {
    const second = openStorage(folders.at(-1) ?? '');
    for (let index = 0; index < 40; index += 1)
      await queue({ username: `G${index}`, to: `p${index}@example.it` });
    startSender();
    startSender({}, second);
    await vi.waitFor(() => expect(server.mails.length).toBeGreaterThanOrEqual(40));
    for (const sender of senders.splice(0)) await sender.close();
    await second.close();
    expect(new Set(server.recipients).size).toBe(40);
    expect(server.mails).toHaveLength(40);
  });

  test('leave a message alone that another process has taken, and take it when that one has died', async () => {
    const mail = await queue();
    await storage.accounts.transaction((transaction) =>
      transaction.saveMail({ ...mail, attempts: 1, nextTryAt: START + 600_000 }),
    );
    const sender = startSender();
    await sender.close();
    expect(server.mails).toEqual([]);
    clock.now += 600_000;
    startSender();
    expect(await settled(mail, 2)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  test('do not send what has waited for more than three days', async () => {
    const mail = await queue();
    clock.now += 72 * HOUR + 1;
    startSender();
    expect(
      await vi.waitFor(async () => {
        expect((await state(mail))?.state).toBe('failed');
        return await state(mail);
      }),
    ).toMatchObject({
      state: 'failed',
      lastError: 'not sent within three days',
      text: '',
    });
    expect(server.mails).toEqual([]);
  });

  test('finish what they have begun before they stop', async () => {
    const mails = await Promise.all(
      [1, 2, 3].map((n) => queue({ username: `G${n}`, to: `p${n}@example.it` })),
    );
    const sender = startSender();
    await vi.waitFor(() => expect(server.recipients.length).toBeGreaterThan(0));
    await sender.close();
    for (const mail of mails) expect(await state(mail)).toMatchObject({ state: 'sent' });
  });
});
