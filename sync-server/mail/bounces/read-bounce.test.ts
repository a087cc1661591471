import { describe, expect, test } from 'vitest';
import { readDeliveryStatus } from './delivery-status.ts';
import { readBounce } from './read-bounce.ts';

const ID = '0e1f1c9e-2b7e-4a56-9a3c-1d2b3c4d5e6f';

/** A report on a message to maria@example.it. */
function report({
  status = 'Final-Recipient: rfc822; maria@example.it\nAction: failed\nStatus: 5.1.1',
  type = 'message/delivery-status',
  encoding = '7bit',
  returnedType = 'message/rfc822',
  returned = `From: Registro <registro@scuola.example>\nTo: maria@example.it\nMessage-ID: <${ID}@scuola.example>\nSubject: Il tuo accesso\n\nciao`,
  report: kind = 'multipart/report; report-type=delivery-status',
} = {}): Buffer {
  const fields = `Reporting-MTA: dns; mx.example\nArrival-Date: Mon, 23 Nov 2026 10:00:00 +0100\n\n${status}\n`;
  const body = encoding === 'base64' ? Buffer.from(fields).toString('base64') : fields;
  return Buffer.from(
    `From: MAILER-DAEMON@mx.example
To: registro@scuola.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: ${kind}; boundary="B1"

--B1
Content-Type: text/plain; charset=utf-8

Non consegnato.

--B1
Content-Type: ${type}
Content-Transfer-Encoding: ${encoding}

${body}
--B1
Content-Type: ${returnedType}

${returned}

--B1--
`.replaceAll('\n', '\r\n'),
  );
}

const final = { candidates: [ID], isFinal: true };

describe('a report that a message was not delivered', () => {
  test.each([
    ['a comment behind the action', 'Action: failed (bad destination mailbox)'],
    ['a comment in a comment', 'Action: (see (below)) failed'],
    ['a bracket in a comment', 'Action: failed (no \\) such user)'],
    ['capitals', 'ACTION: FAILED'],
    ['a blank before the colon', 'Action : failed'],
    ['a folded value', 'Action:\n failed'],
    ['a full stop', 'Action: failed.'],
    ['a status that was for a while, and then given up', 'Action: failed\nStatus: 4.4.7'],
    ['no action, but a status for good', 'Status: 5.1.1 (bad mailbox)'],
  ])('is read with %s', async (_what, fields) => {
    const status = `Final-Recipient: rfc822; maria@example.it\n${fields}`;
    expect(await readBounce(report({ status }))).toMatchObject(final);
  });

  test.each([
    ['the form for addresses beyond ASCII', { type: 'message/global-delivery-status' }],
    ['its headers alone in that form', { returnedType: 'message/global-headers' }],
    [
      'the whole message in that form',
      { type: 'message/global-delivery-status', returnedType: 'message/global' },
    ],
    ['a status in Base64', { encoding: 'base64' }],
    ['a status in that form and in Base64', { encoding: 'base64', type: 'message/global-delivery-status' }],
    ['capitals in the name of the part', { type: 'Message/Delivery-Status' }],
    ['a container of another name', { report: 'multipart/mixed' }],
    [
      'the name of the message folded and in capitals',
      { returned: `To: maria@example.it\nMessage-ID:\n <${ID.toUpperCase()}@scuola.example>\n\nx` },
    ],
  ])('is read in %s', async (_what, form) => {
    expect(await readBounce(report(form))).toMatchObject(final);
  });

  test.each([
    ['in angle brackets', 'rfc822; <maria@example.it>'],
    ['with a comment', 'rfc822; maria@example.it (Maria)'],
    ['with the type for letters beyond ASCII', 'utf-8; Maria@example.it'],
    ['in the encoding of the protocol', 'rfc822;maria+40example.it'],
  ])('names the recipient %s', async (_what, address) => {
    const status = `Final-Recipient: rfc822; altro@example.it\nAction: delivered\n\nOriginal-Recipient: ${address}\nFinal-Recipient: rfc822; m2@example.it\nAction: failed\nDiagnostic-Code: smtp; 550 no`;
    expect(await readBounce(report({ status }))).toMatchObject({ ...final, words: '550 no' });
  });
});

describe('a report on several recipients', () => {
  const of = (address: string, action: string, said = '') =>
    `Final-Recipient: rfc822; ${address}\nAction: ${action}${said === '' ? '' : `\nDiagnostic-Code: smtp; ${said}`}`;

  test('counts for the one to whom our message went', async () => {
    const other = of('altro@example.it', 'failed', '550 other');
    expect(
      await readBounce(report({ status: `${other}\n\n${of('maria@example.it', 'delayed', '450 later')}` })),
    ).toMatchObject({ isFinal: false, words: '450 later' });
    expect(
      await readBounce(report({ status: `${other}\n\n${of('maria@example.it', 'relayed')}` })),
    ).toBeUndefined();
  });

  test('counts for all where it was forwarded, and a failure is heard of', async () => {
    const status = `${of('a@altrove.example', 'delayed')}\n\n${of('b@altrove.example', 'failed', '550 gone')}`;
    expect(await readBounce(report({ status }))).toMatchObject({ ...final, words: '550 gone' });
  });

  test('of one address with several mailboxes is none while one of them has the message', () => {
    const to = 'Original-Recipient: rfc822; maria@example.it\n';
    const status = `${to}${of('m1@example.it', 'delivered')}\n\n${to}${of('m2@example.it', 'failed')}`;
    return expect(readBounce(report({ status }))).resolves.toBeUndefined();
  });
});

describe('no report that a message was not delivered is', () => {
  test.each([
    [
      'one that it was',
      report({ status: 'Final-Recipient: rfc822; maria@example.it\nAction: delivered\nStatus: 2.0.0' }),
    ],
    ['one that it went on', report({ status: 'Final-Recipient: rfc822; maria@example.it\nAction: relayed' })],
    [
      'a receipt',
      report({
        type: 'message/disposition-notification',
        status: 'Disposition: automatic-action/MDN-sent-automatically; deleted\nAction: failed',
      }),
    ],
    [
      'an answer from the holidays that quotes one',
      Buffer.from(
        `Auto-Submitted: auto-replied\r\nIn-Reply-To: <${ID}@scuola.example>\r\nSubject: Re: Il tuo accesso\r\n\r\nSono in ferie.\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n`,
      ),
    ],
    ['one whose words only a person wrote', report({ type: 'text/plain', report: 'multipart/mixed' })],
    [
      'one with an action that nobody knows',
      report({ status: 'Final-Recipient: rfc822; maria@example.it\nAction: lost' }),
    ],
  ])('%s', async (_what, message) => {
    expect(await readBounce(message)).toBeUndefined();
  });
});

test('addresses are read in every way of writing them', () => {
  const [one] = readDeliveryStatus(
    'Original-Recipient: utf-8; m\\x{F9}ria@example.it\nFinal-Recipient: rfc822; "a (b)"@example.it\nAction: failed',
  );
  expect(one?.addresses).toEqual(['m\\x{f9}ria@example.it', 'mùria@example.it', '"a (b)"@example.it']);
});
