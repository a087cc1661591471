import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import { localDate } from '../../../domain/base/local-date.ts';
import type { OfficeMails } from '../../../domain/protocol/endpoints/office/office-mail-list.ts';
import { linkIn, startMailServer, type MailServer } from '../../testing/mail-server.ts';
import { officeDesk, type OfficeDesk } from '../../testing/office-desk.ts';
import { familySchool, GUARDIANS } from '../../testing/test-families.ts';
import { CLASS_A, pupilOf, SCHOOL } from '../../testing/test-school.ts';
import { startTestServer, usernameOf, type TestServer } from '../../testing/test-server.ts';

let mailServer: MailServer;
let server: TestServer;
let desk: OfficeDesk;
beforeEach(async () => {
  mailServer = await startMailServer();
  server = await startTestServer(familySchool(), {
    mail: { url: mailServer.url, from: mailServer.from },
    publicUrl: 'https://registro.example.it/',
  });
  desk = officeDesk(server);
});
afterEach(async () => {
  await server.close();
  await mailServer.close();
});

const mails = async () => (await desk.get<OfficeMails>('mails')).body.mails;

describe('S10 the office’s message with a link', () => {
  test('goes to the first good address of the record, names the child, and holds no password', async () => {
    const [username = ''] = (await desk.issue({ person: GUARDIANS.nino })).issued;
    expect(await desk.act('mail', { usernames: [username] })).toEqual({ done: 1, skipped: [] });
    const got = await mailServer.mailTo('nino@example.it');
    expect(linkIn(got)).toMatch(/^https:\/\/registro\.example\.it\/link\/[A-Za-z0-9_-]{43}$/);
    expect(got.text).toContain(`per ${pupilOf(CLASS_A, 1)} Alunno`);
    expect(got.text).toContain(username);
    expect(got.text).not.toMatch(/[b-y346789]{5}-[b-y346789]{5}/);
    await vi.waitFor(async () => expect(await desk.account(username)).toMatchObject({ mail: 'sent' }));
    expect((await desk.acts(username))[0]).toBe('mailQueued');
  });

  test('and a letter tell of the credentials that hold: a new password voids both, a block neither', async () => {
    const [username = ''] = (await desk.issue({ person: GUARDIANS.nino })).issued;
    const usernames = [username];
    await desk.act('mail', { usernames });
    await server.storage.accounts.transaction(async (transaction) => {
      const account = must(await transaction.account(username), 'issued');
      await transaction.saveAccount({ ...account, letterPrintedAt: server.clock.now });
    });
    await vi.waitFor(async () => expect(await desk.account(username)).toMatchObject({ mail: 'sent' }));
    await desk.act('block', { usernames, reason: 'Prova' });
    const delivered = {
      mail: 'sent',
      mailedAt: expect.any(String) as unknown,
      letterPrintedAt: expect.any(String) as unknown,
    };
    expect(await desk.account(username)).toMatchObject(delivered);
    await desk.act('unblock', { usernames });
    server.clock.now += 1;
    expect(await desk.act('reissue', { usernames })).toMatchObject({ done: 1 });
    const account = await desk.account(username);
    expect([account?.mail, account?.mailedAt, account?.letterPrintedAt]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    await desk.act('mail', { usernames });
    expect((await desk.account(username))?.mail).toMatch(/queued|sent/);
  });

  test('is not possible for activated or blocked accounts nor without an address', async () => {
    const [marta = ''] = (await desk.issue({ person: GUARDIANS.marta })).issued;
    const [olivia = ''] = (await desk.issue({ person: GUARDIANS.olivia })).issued;
    await desk.act('block', { usernames: [marta], reason: 'Prova' });
    const usernames = [usernameOf('anna'), marta, olivia];
    expect(await desk.act('mail', { usernames })).toEqual({
      done: 0,
      skipped: [
        { username: usernameOf('anna'), reason: 'activated' },
        { username: marta, reason: 'blocked' },
        { username: olivia, reason: 'noAddress' },
      ],
    });
    expect(await desk.account(olivia)).toMatchObject({ hasRecordEmail: false });
  });

  test('sent again closes the link of the one before', async () => {
    const [username = ''] = (await desk.issue({ person: GUARDIANS.nino })).issued;
    await desk.act('mail', { usernames: [username] });
    await desk.act('mail', { usernames: [username] });
    const links = await server.storage.accounts.read(async (reader) => {
      const account = await reader.account(username);
      return account && (await reader.linksOfProfile(account.profile));
    });
    expect(links?.filter(({ closedAt }) => closedAt === undefined)).toHaveLength(1);
    expect(links).toHaveLength(2);
  });

  test('dies when the account is issued anew', async () => {
    const [username = ''] = (await desk.issue({ person: GUARDIANS.nino })).issued;
    await desk.act('mail', { usernames: [username] });
    const before = await server.storage.accounts.read((reader) => reader.account(username));
    await desk.act('reissue', { usernames: [username] });
    const links = await server.storage.accounts.read((reader) =>
      reader.linksOfProfile(before?.profile ?? ''),
    );
    expect(links.every(({ closedAt }) => closedAt !== undefined)).toBe(true);
  });
});

describe('S9 accounts that were never activated', () => {
  test('are reminded once, where the record has an address', async () => {
    await desk.issue({ classId: CLASS_A });
    const first = await desk.act('remind');
    expect(first.done).toBe(2);
    expect(first.skipped.map(({ reason }) => reason)).toEqual(Array.from({ length: 4 }, () => 'noAddress'));
    const got = await mailServer.mailTo('marta@example.it');
    expect(got.subject).toContain('Promemoria');
    expect(linkIn(got)).toContain('/link/');
    expect((await desk.act('remind')).done).toBe(0);
    const acts = (await desk.events()).filter(({ act }) => act === 'reminderSent');
    expect(acts).toHaveLength(2);
  });

  test('are not reminded while a link still works that they were sent: the reminder would void it', async () => {
    await desk.issue({ classId: CLASS_A });
    const [marta = ''] = (await desk.accounts()).accounts
      .filter(({ hasRecordEmail }) => hasRecordEmail)
      .map(({ username }) => username);
    await desk.act('mail', { usernames: [marta] });
    const report = await desk.act('remind');
    expect(report.done).toBe(1);
    expect(report.skipped).toContainEqual({ username: marta, reason: 'hasLink' });
    // A new password has closed the link: then the reminder goes.
    await desk.act('reissue', { usernames: [marta] });
    expect(await desk.act('remind')).toMatchObject({ done: 1 });
  });

  test('are counted for the reminder, without those who have left', async () => {
    const count = async () => (await desk.get<{ readonly count: number }>('accounts/never-activated')).body;
    expect(await count()).toEqual({ count: 0 });
    const { issued } = await desk.issue({ classId: CLASS_A });
    expect(await count()).toEqual({ count: issued.length });
    await desk.act('block', { usernames: issued.slice(0, 1), reason: 'Prova' });
    expect(await count()).toEqual({ count: issued.length - 1 });
    await server.roster.write(
      SCHOOL,
      familySchool().map((record) =>
        record.kind === 'person' && record.id === GUARDIANS.olivia
          ? { ...record, leftOn: localDate(2026, 1, 1) }
          : record,
      ),
    );
    expect((await count()).count).toBeLessThan(issued.length - 1);
  });

  test('are listed for a spreadsheet, by class and name, and what looks like a formula is harmless', async () => {
    const formula = familySchool().map((record) =>
      record.kind === 'person' && record.id === GUARDIANS.olivia
        ? { ...record, surname: '=HYPERLINK("http://evil")', givenName: '+39' }
        : record,
    );
    await server.roster.write(SCHOOL, formula);
    await desk.issue({ classId: CLASS_A });
    const { body } = await desk.get<string>('accounts/export.csv');
    const lines = body.split('\r\n').filter((line) => line !== '');
    expect(lines[0]).toBe(
      '\uFEFFCognome;Nome;Tipo;Figlio;Classe;Nome utente;School pass;Creato il;Password valida fino al;Lettera stampata il;E-mail',
    );
    expect(lines).toHaveLength(7);
    expect(body).toContain(`"'=HYPERLINK(""http://evil"")";'+39;genitore 1;`);
    expect(body).not.toMatch(/(^|;)[=+@-]/m);
    expect(body).not.toContain(usernameOf('anna'));
  });
});

describe('messages as the office sees them', () => {
  test('show what failed, in the server’s words, and can be sent again', async () => {
    mailServer.refuse = (address) => ({ code: 550, words: `no ${address} here` });
    const [username = ''] = (await desk.issue({ person: GUARDIANS.nino })).issued;
    await desk.act('mail', { usernames: [username] });
    await vi.waitFor(async () => expect((await mails())[0]).toMatchObject({ state: 'failed' }));
    const [failed] = await mails();
    expect(failed).toMatchObject({
      kind: 'activate',
      to: 'nino@example.it',
      username,
      lastError: '550 no … here',
    });
    expect(await desk.account(username)).toMatchObject({ mail: 'failed' });
    mailServer.refuse = () => undefined;
    expect((await desk.post(`mails/${failed?.id}/retry`)).status).toBe(204);
    expect(linkIn(await mailServer.mailTo('nino@example.it'))).toContain('/link/');
    await vi.waitFor(async () => expect((await mails())[0]).toMatchObject({ state: 'sent' }));
    const again = await desk.post<object>(`mails/${failed?.id}/retry`);
    expect(again).toMatchObject({ status: 409, body: { kind: 'notPossible', reason: 'settled' } });
  });

  test('wait for their next try, and go out at once when the office says so', async () => {
    mailServer.refuse = () => ({ code: 451, words: 'try again later' });
    const [username = ''] = (await desk.issue({ person: GUARDIANS.nino })).issued;
    await desk.act('mail', { usernames: [username] });
    await vi.waitFor(async () =>
      expect((await mails())[0]).toMatchObject({ state: 'queued', attempts: 1, retriable: true }),
    );
    mailServer.refuse = () => undefined;
    const [waiting] = await mails();
    expect((await desk.post(`mails/${waiting?.id}/retry`)).status).toBe(204);
    await vi.waitFor(async () =>
      expect((await mails())[0]).toMatchObject({ state: 'sent', retriable: false }),
    );
  });

  test('are not sent again when their link is dead', async () => {
    mailServer.refuse = () => ({ code: 550, words: 'no' });
    const [username = ''] = (await desk.issue({ person: GUARDIANS.nino })).issued;
    await desk.act('mail', { usernames: [username] });
    await vi.waitFor(async () => expect((await mails())[0]).toMatchObject({ state: 'failed' }));
    server.clock.now += 72 * 3_600_000 + 1;
    const token = await server.signIn('office');
    const answer = await server.app.inject({
      method: 'POST',
      url: `/api/office/mails/${(await server.storage.accounts.read((reader) => reader.mailsOfSchool(SCHOOL, 1)))[0]?.id}/retry`,
      headers: { authorization: `Bearer ${token.accessToken}` },
    });
    expect(answer.json()).toMatchObject({ kind: 'notPossible', reason: 'tooLate' });
  });

  test('hide the addresses that people have linked themselves', async () => {
    await server.storage.accounts.transaction(async (transaction) => {
      const [mail] = await transaction.mailsOfSchool(SCHOOL, 1);
      expect(mail).toBeUndefined();
      await transaction.saveMail({
        id: 'private',
        school: SCHOOL,
        username: usernameOf('anna'),
        kind: 'confirmEmail',
        to: 'anna.privata@example.it',
        subject: 'S',
        text: '',
        html: '',
        state: 'sent',
        attempts: 1,
        createdAt: 1,
        nextTryAt: 1,
      });
    });
    const answer = await desk.get('mails');
    expect(answer.body).toMatchObject({ canMail: true, mails: [{ to: 'a••••@example.it' }] });
    expect(JSON.stringify(answer)).not.toContain('privata');
  });
});
