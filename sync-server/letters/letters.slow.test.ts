import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OfficeMails } from '../../domain/protocol/endpoints/office/office-mail-list.ts';
import { letterPassword, officeDesk, type OfficeDesk } from '../testing/office-desk.ts';
import { changedSchool, familySchool, GUARDIANS, guardianRecords } from '../testing/test-families.ts';
import { CLASS_A, CLASS_B, pupilOf, SCHOOL } from '../testing/test-school.ts';
import { startTestServer, usernameOf, type TestServer } from '../testing/test-server.ts';
import { linkIn } from '../testing/mail-server.ts';

const signingKey = randomBytes(32);
const PUBLIC_URL = 'https://registro.example.it';
let server: TestServer;
let desk: OfficeDesk;
beforeEach(async () => {
  await open(3);
});
afterEach(async () => {
  await server.close();
});

async function open(pupils: number): Promise<void> {
  const contacts = { address: 'via Emilia 1', phone: '059 123456', email: 'segreteria@scuola.example.it' };
  const school = changedSchool(familySchool(pupils), { name: 'Istituto «Prova» di Modena', ...contacts });
  server = await startTestServer(school, { signingKey, publicUrl: PUBLIC_URL });
  desk = officeDesk(server);
}

async function pdf(path: string, payload?: object): Promise<Buffer> {
  const answer = await server.app.inject({
    method: 'POST',
    url: `/api/office/${path}`,
    headers: { authorization: `Bearer ${await server.token('office')}` },
    ...(payload === undefined ? {} : { payload }),
  });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
  return answer.rawPayload;
}

/** What Poppler's tools read in a PDF: the pages as text, its properties, its structure. */
function read(bytes: Buffer) {
  const tool = (name: string, ...options: string[]) =>
    execFileSync(name, options, { input: bytes, encoding: 'utf8', maxBuffer: 50_000_000 });
  const pages = tool('pdftotext', '-layout', '-', '-').split('\f').slice(0, -1);
  return { pages, info: tool('pdfinfo', '-'), structure: () => tool('pdfinfo', '-struct-text', '-') };
}

describe('S10 letters', () => {
  test('of a fourth request at once are refused with a word of their own', async () => {
    const { issued } = await desk.issue({ classId: CLASS_A });
    const token = await server.token('office');
    const ask = async () =>
      await server.app.inject({
        method: 'POST',
        url: '/api/office/accounts/letters',
        headers: { authorization: `Bearer ${token}` },
        payload: { usernames: issued },
      });
    const answers = await Promise.all(Array.from({ length: 4 }, ask));
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([
      200, 200, 200, 409,
    ]);
    expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({
      kind: 'notPossible',
      reason: 'printerBusy',
      retryAfter: 10,
    });
    expect((await ask()).statusCode).toBe(200);
  });

  test('have one page for each person with everything to sign in, once and again', async () => {
    const { issued } = await desk.issue({ classId: CLASS_A });
    const nino = issued.find((username) => username.startsWith('X')) ?? '';
    const first = read(await pdf('accounts/letters', { usernames: issued }));
    expect(first.pages).toHaveLength(issued.length);
    const page = first.pages.find((text) => text.includes(nino));
    const account = await desk.account(nino);
    expect(account).toMatchObject({ letterPrintedAt: '2026-11-23T09:30:00.000Z', className: '1A' });
    for (const part of [
      'Istituto «Prova» di Modena',
      'via Emilia 1',
      'tel. 059 123456',
      'Nino Genitore',
      `per ${pupilOf(CLASS_A, 1)} Alunno`,
      'classe 1A',
      nino,
      (await letterPassword(server, signingKey, nino)) ?? 'a password',
      account?.schoolPass ?? 'a School pass',
      'sabato 20 febbraio 2027',
      PUBLIC_URL,
      'Che cosa fare ora',
      'scuola/TEST0001',
      'Lettera o password perduta',
    ])
      expect(page).toContain(part);
    expect((await desk.acts(nino))[0]).toBe('letterPrinted');
    // After a paper jam the same letter is printed again, and the first one stays good.
    const again = read(await pdf('accounts/letters', { usernames: [nino] }));
    expect(again.pages).toEqual([page]);
  });

  test('are sorted by class, then by the pupil’s name, whose guardians stay together', async () => {
    const records = guardianRecords('guardian-zeta' as never, [{ pupil: pupilOf(CLASS_B, 2) }], {
      surname: 'Aaa',
      givenName: 'Zeta',
    });
    await server.roster.write(SCHOOL, records);
    const inB = (await desk.issue({ classId: CLASS_B })).issued;
    const inA = (await desk.issue({ classId: CLASS_A })).issued;
    const { pages } = read(await pdf('accounts/letters', { usernames: [...inB, ...inA].toReversed() }));
    const classes = pages.map((text) => /classe (\w+)/.exec(text)?.[1] ?? '');
    expect(classes).toEqual(classes.toSorted());
    // Whom a letter is addressed to, not the child that it is for.
    const position = (name: string) => pages.findIndex((page) => new RegExp(`(?<!per )${name}`).test(page));
    const names = ['Marta Genitore', 'Nino Genitore', `${pupilOf(CLASS_A, 1)} Alunno`].map(position);
    expect(names).toEqual([0, 1, 2]);
    expect(position('Zeta Aaa')).toBeGreaterThan(position(`${pupilOf(CLASS_B, 1)} Alunno`));
  });

  test('of a class of 28 take seconds and not minutes, in one language or two, and tell a screen reader their order', async () => {
    await server.close();
    await open(28);
    const { issued } = await desk.issue({ classId: CLASS_A });
    const usernames = issued.filter((username) => username.startsWith('S'));
    expect(usernames).toHaveLength(28);
    for (const second of [{}, { second: 'en' }]) {
      // The work, not the wait; that of the tests beside this one in the same process counts too, and on a slow machine.
      const before = process.cpuUsage();
      const bytes = await pdf('accounts/letters', { usernames, ...second });
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000).toBeLessThan(20_000);
      const { pages, info, structure } = read(bytes);
      expect(pages).toHaveLength(28);
      expect(pages[0]?.includes('What to do now')).toBe('second' in second);
      expect(info).toMatch(/Tagged: +yes/);
      expect(info).toMatch(/Title: +Credenziali per il registro elettronico/);
      expect(bytes.toString('latin1')).toContain('/Lang (it-IT)');
      const order = structure();
      expect(order.match(/\bH1\b/g)).toHaveLength(28);
      expect(order.indexOf('Nome utente')).toBeLessThan(order.indexOf('Password temporanea'));
    }
  });

  test('hold on one page with the longest names, letters of other languages, and two languages', async () => {
    const long = guardianRecords('guardian-long' as never, [{ pupil: pupilOf(CLASS_B, 3) }], {
      surname: 'Österreicher-Wiśniewski de la Santísima Trinidad y Hohenlohe-Ștefănescu',
      givenName: 'Đorđe-Aleksandar Niccolò Maria Łukasz Çağatay',
    });
    await server.roster.write(SCHOOL, [
      ...long,
      ...changedSchool(
        familySchool().filter(({ kind }) => kind === 'school'),
        { name: 'Istituto '.repeat(13).trim(), phone: '059 123456' },
      ),
    ]);
    const { issued } = await desk.issue({ person: 'guardian-long' });
    const { pages } = read(await pdf('accounts/letters', { usernames: issued, second: 'en' }));
    expect(pages).toHaveLength(1);
    for (const part of [
      'Đorđe-Aleksandar',
      'Łukasz',
      'Çağatay',
      'Ștefănescu',
      'What to do now',
      'The school never asks for your password',
    ])
      expect(pages[0]?.replaceAll(/\s+/g, ' ')).toContain(part);
  });

  test('of whom a letter of the name cannot be printed are said before, and bear the username under the name', async () => {
    const burmese = guardianRecords('guardian-burmese' as never, [{ pupil: pupilOf(CLASS_B, 3) }], {
      surname: 'အောင်',
      givenName: 'Su',
    });
    const bengali = guardianRecords('guardian-bengali' as never, [{ pupil: pupilOf(CLASS_B, 3) }], {
      surname: 'রহমান',
      givenName: 'আনিকা',
    });
    await server.roster.write(SCHOOL, [...burmese, ...bengali]);
    const [one = ''] = (await desk.issue({ person: 'guardian-burmese' })).issued;
    const [other = ''] = (await desk.issue({ person: 'guardian-bengali' })).issued;
    expect((await desk.account(one))?.notPrintable).toContain('အ');
    expect(await desk.account(other)).not.toHaveProperty('notPrintable');
    const { pages } = read(await pdf('accounts/letters', { usernames: [one, other] }));
    expect(pages.find((page) => page.includes(one))).toMatch(new RegExp(`Su \\?+[^]*nome utente ${one}`));
    expect(pages.find((page) => page.includes(other))).toContain('রহমান');
  });

  test('are not there for passwords that the office no longer knows', async () => {
    const [issued = '', other = ''] = (await desk.issue({ person: GUARDIANS.marta })).issued;
    await desk.act('block', { usernames: [issued], reason: 'Prova' });
    const refused = await desk.post('accounts/letters', {
      usernames: [issued, usernameOf('anna'), 'G000000A'],
    });
    expect(refused).toMatchObject({ status: 409, body: { kind: 'notPossible', reason: 'noOfficePassword' } });
    expect(read(await pdf('accounts/letters', { usernames: [issued, other] })).pages).toHaveLength(1);
    server.clock.now += 90 * 86_400_000;
    const { accessToken } = await server.signIn('office');
    const late = await server.app.inject({
      method: 'POST',
      url: '/api/office/accounts/letters',
      headers: { authorization: `Bearer ${accessToken}` },
      payload: { usernames: [other] },
    });
    expect(late.statusCode).toBe(409);
  });

  test('are for office and principal alone', async () => {
    const [issued = ''] = (await desk.issue({ person: GUARDIANS.nino })).issued;
    for (const name of ['anna', 'ata'] as const) {
      const stranger = officeDesk(server, name);
      for (const usernames of [[issued], ['G000000A']])
        expect((await stranger.post('accounts/letters', { usernames })).status).toBe(403);
      expect((await stranger.post('mails/print')).status).toBe(403);
    }
  });
});

describe('without a mail server', () => {
  test('the office’s messages wait to be printed, with their link, and are then done with', async () => {
    const [nino = ''] = (await desk.issue({ person: GUARDIANS.nino })).issued;
    expect((await desk.accounts()).canMail).toBe(false);
    await desk.act('mail', { usernames: [nino] });
    const [queued] = await server.storage.accounts.read((reader) => reader.mailsOfSchool(SCHOOL, 1));
    const { pages } = read(await pdf('mails/print'));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('Nino Genitore');
    expect(pages[0]?.replaceAll(/\s+/g, '')).toContain(linkIn({ text: queued?.text } as never));
    expect((await desk.get<OfficeMails>('mails')).body).toMatchObject({
      canMail: false,
      mails: [{ state: 'printed' }],
    });
    expect(await desk.account(nino)).toMatchObject({ mail: 'printed' });
    expect(await desk.post('mails/print')).toMatchObject({ status: 409, body: { reason: 'noMails' } });
  });

  test('messages to addresses that people have linked are not printed', async () => {
    await server.storage.accounts.transaction((transaction) =>
      transaction.saveMail({
        id: 'private',
        school: SCHOOL,
        username: usernameOf('anna'),
        kind: 'resetPassword',
        to: 'a@example.it',
        subject: 'S',
        text: 'secret',
        html: '',
        state: 'queued',
        attempts: 0,
        createdAt: server.clock.now,
        nextTryAt: server.clock.now,
      }),
    );
    expect(await desk.post('mails/print')).toMatchObject({ status: 409, body: { reason: 'noMails' } });
  });
});
