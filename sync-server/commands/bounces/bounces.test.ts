import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Mail } from '../../storage/contract/accounts.ts';
import { openStorage } from '../../storage/open.ts';
import type { Storage } from '../../storage/contract/storage.ts';
import { SCHOOL } from '../../testing/test-school.ts';
import { takeBounce } from '../../mail/bounces/bounces.ts';

const run = promisify(execFile);
const NOW = Date.parse('2026-11-23T10:30:00.000Z');
const ID = '0e1f1c9e-2b7e-4a56-9a3c-1d2b3c4d5e6f';
const sent: Mail = {
  id: ID,
  school: SCHOOL,
  username: 'G123456X',
  kind: 'activate',
  to: 'maria@example.it',
  subject: 'Il tuo accesso',
  text: '',
  html: '',
  state: 'sent',
  attempts: 1,
  createdAt: NOW - 3_600_000,
  nextTryAt: NOW,
  sentAt: NOW - 3_000_000,
};

let folder: string;
let storage: Storage;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'campanella-bounces-'));
  storage = openStorage(folder);
  await storage.accounts.transaction((transaction) => transaction.saveMail(sent));
});
afterEach(async () => {
  await storage.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A report as Postfix writes it, or Exchange, which gives back the headers alone. */
function report({
  id = ID,
  action = 'failed',
  said = 'smtp; 550 5.1.1 <maria@example.it>: Recipient address\n    rejected: User unknown',
  returned = 'message/rfc822',
} = {}): Buffer {
  return Buffer.from(
    `Return-Path: <>
From: MAILER-DAEMON@mx.example (Mail Delivery System)
To: registro@scuola.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B1"

--B1
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--B1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; maria@example.it
Action: ${action}
Status: 5.1.1
Diagnostic-Code: ${said}

--B1
Content-Type: ${returned}

From: Registro <registro@scuola.example>
To: maria@example.it
Message-ID: <${id}@scuola.example>
Subject: Il tuo accesso

--B1--
`.replaceAll('\n', '\r\n'),
  );
}

const now = async () => await storage.accounts.read((reader) => reader.mail(ID));

describe('a message that came back', () => {
  test.each([['message/rfc822'], ['text/rfc822-headers']])(
    'is noted as not arrived with what the mail server said, without addresses (%s)',
    async (returned) => {
      expect(await takeBounce(storage, report({ returned }), NOW)).toBe('noted');
      expect(await now()).toMatchObject({
        state: 'failed',
        lastError: '550 5.1.1 …: Recipient address rejected: User unknown',
      });
      const events = await storage.accounts.read((reader) => reader.events({ school: SCHOOL, limit: 10 }));
      expect(events).toMatchObject([
        { act: 'mailBounced', username: 'G123456X', details: { kind: 'activate' } },
      ]);
    },
  );

  test('is noted once', async () => {
    await takeBounce(storage, report(), NOW);
    expect(await takeBounce(storage, report({ said: 'smtp; 550 again' }), NOW)).toBe('unknown');
    expect((await now())?.lastError).toContain('User unknown');
  });

  test('that is only late changes nothing: it may still arrive', async () => {
    expect(await takeBounce(storage, report({ action: 'delayed' }), NOW)).toBe('delayed');
    expect(await now()).toEqual(sent);
  });

  test('without words of its own is noted with its status', async () => {
    await takeBounce(storage, report({ said: '' }), NOW);
    expect((await now())?.lastError).toBe('5.1.1');
  });

  test('of somebody else, or one that was never sent, changes nothing', async () => {
    const other = 'ffffffff-2b7e-4a56-9a3c-1d2b3c4d5e6f';
    expect(await takeBounce(storage, report({ id: other }), NOW)).toBe('unknown');
    const queued = { ...sent, state: 'queued' as const };
    await storage.accounts.transaction((transaction) => transaction.saveMail(queued));
    expect(await takeBounce(storage, report(), NOW)).toBe('unknown');
    expect(await now()).toEqual(queued);
  });

  test.each([
    ['an answer from the holidays', 'Subject: Re: Il tuo accesso\r\n\r\nSono in ferie. Action: failed? No.'],
    ['no message at all', '\u0000\u0001\u0002'],
    ['nothing', ''],
    ['an endless header', `Subject: ${'x'.repeat(1_000_000)}`],
  ])('%s is no report', async (_what, message) => {
    expect(await takeBounce(storage, Buffer.from(message), NOW)).toBe('noReport');
    expect(await now()).toEqual(sent);
  });
});

describe('npm run bounces', () => {
  const cli = path.join(import.meta.dirname, 'cli.ts');
  const bounces = async (...args: string[]) =>
    await run(process.execPath, [cli, '--data', folder, ...args]).then(
      ({ stdout }) => ({ code: 0, stdout, stderr: '' }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    );

  test('reads files and folders of messages, and says what it has made of them', async () => {
    const mailbox = mkdtempSync(path.join(folder, 'mailbox-'));
    writeFileSync(path.join(mailbox, '1.eml'), report());
    writeFileSync(path.join(mailbox, '2.eml'), 'Subject: ciao\r\n\r\nciao');
    const { code, stdout } = await bounces(mailbox);
    expect(code).toBe(0);
    expect(stdout.split('\n').toSorted()).toEqual([
      '',
      '1 no report of a delivery',
      '1 not delivered, noted',
    ]);
    expect((await now())?.state).toBe('failed');
  });

  test('says what is wrong, and writes nothing, where there is no database or no file', async () => {
    const missing = await bounces('--data', path.join(folder, 'nowhere'), folder);
    expect(missing).toMatchObject({ code: 75, stderr: expect.stringContaining('No database of Campanella') });
    expect(await bounces(path.join(folder, 'no-such-file'))).toMatchObject({ code: 75 });
    expect(await bounces('--nonsense')).toMatchObject({ code: 2 });
    expect(await now()).toEqual(sent);
  });
});
