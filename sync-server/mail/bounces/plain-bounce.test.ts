import { describe, expect, test } from 'vitest';
import { readBounce } from './read-bounce.ts';

const ID = '0e1f1c9e-2b7e-4a56-9a3c-1d2b3c4d5e6f';
const COPY = `From: Registro <registro@scuola.example>\nTo: maria@posta.example\nMessage-ID: <${ID}@scuola.example>\nSubject: Il registro\n\nciao`;
const read = async (...lines: readonly string[]) =>
  await readBounce(Buffer.from(lines.join('\n').replaceAll('\n', '\r\n')));

const EXIM = [
  'From: Mail Delivery System <Mailer-Daemon@mx.scuola.example>',
  'To: registro@scuola.example',
  'X-Failed-Recipients: maria@posta.example',
  'Auto-Submitted: auto-replied',
  'Subject: Mail delivery failed: returning message to sender',
  '',
  'A message that you sent could not be delivered to one or more of its',
  'recipients. This is a permanent error. The following address(es) failed:',
  '',
  '  maria@posta.example',
  '    SMTP error from remote mail server after RCPT TO:<maria@posta.example>:',
  '    550 5.1.1 <maria@posta.example>: User unknown',
  '',
  '------ This is a copy of the message, including all the headers. ------',
  '',
  COPY,
];
const QMAIL = [
  'From: MAILER-DAEMON@mx.scuola.example',
  'To: registro@scuola.example',
  'Subject: failure notice',
  '',
  'Hi. This is the qmail-send program at mx.scuola.example.',
  "I'm afraid I wasn't able to deliver your message to the following addresses.",
  "This is a permanent error; I've given up. Sorry it didn't work out.",
  '',
  '<maria@posta.example>:',
  '192.0.2.1 does not like recipient.',
  'Remote host said: 550 5.1.1 User unknown',
  'Giving up on 192.0.2.1.',
  '',
  '--- Below this line is a copy of the message.',
  '',
  'Return-Path: <registro@scuola.example>',
  COPY,
];

describe('a report in plain words', () => {
  test('of Exim is read, with the answer of the other server and without its address', async () => {
    expect(await read(...EXIM)).toEqual({
      candidates: [ID],
      isFinal: true,
      words: '550 5.1.1 …: User unknown',
    });
  });

  test('of qmail is read', async () => {
    expect(await read(...QMAIL)).toEqual({
      candidates: [ID],
      isFinal: true,
      words: '550 5.1.1 User unknown',
    });
  });

  test('without an answer says no more than that', async () => {
    const lines = QMAIL.filter((line) => !/^(?:Remote|Giving|192)/.test(line));
    expect(await read(...lines)).toMatchObject({ isFinal: true, words: 'not delivered' });
  });
});

describe('no report in plain words is', () => {
  test.each([
    [
      'an answer from the holidays that quotes our message and speaks of errors',
      [
        'Auto-Submitted: auto-replied',
        'Subject: Re: Il registro',
        '',
        'This is a permanent error.',
        '',
        '------ This is a copy of the message, including all the headers. ------',
        COPY,
      ],
    ],
    [
      'a warning of Exim that a message waits',
      EXIM.filter((line) => !line.startsWith('X-Failed')).map((line) =>
        line.startsWith('Subject: Mail') ? 'Subject: Warning: message delayed 24 hours' : line,
      ),
    ],
    ['one without the message that it is about', EXIM.slice(0, -3)],
  ])('%s', async (_what, lines) => {
    expect(await read(...lines)).toBeUndefined();
  });
});

test('a delivery status that alone names our message is about it', async () => {
  const lines = [
    'From: mailer-daemon@posta.example',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    `X-Original-Message-ID: <${ID}@scuola.example>`,
    '',
    'Final-Recipient: rfc822; maria@posta.example',
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--b--',
  ];
  expect(await read(...lines)).toMatchObject({ candidates: [ID], isFinal: true });
});
