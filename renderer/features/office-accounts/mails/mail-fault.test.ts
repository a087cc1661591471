import { describe, expect, it } from 'vitest';
import { mailFault, type MailFault } from './mail-fault.ts';

const SAID: readonly (readonly [string, MailFault])[] = [
  ['connect ECONNREFUSED 127.0.0.1:36659', 'unreachable'],
  ['getaddrinfo ENOTFOUND smtp.scuola.example', 'unreachable'],
  ['Greeting never received', 'unreachable'],
  ['Connection timeout', 'unreachable'],
  ['self-signed certificate in certificate chain', 'unsafe'],
  ['Error upgrading connection with STARTTLS', 'unsafe'],
  ['535 5.7.8 Error: authentication failed', 'signIn'],
  ['Invalid login: 535 Authentication credentials invalid', 'signIn'],
  ['452 4.2.2 Mailbox full', 'mailboxFull'],
  ['552 5.2.2 Over quota', 'mailboxFull'],
  ['550 5.1.1 Mailbox unavailable', 'noMailbox'],
  ['550 5.1.1 <…> User unknown in virtual mailbox table', 'noMailbox'],
  ['554 5.7.1 Message rejected as spam', 'refused'],
  ['451 Greylisted, try again later', 'later'],
  ['421 4.3.2 Service shutting down', 'later'],
  ['not sent within three days', 'tooLate'],
  ['not delivered', 'unexplained'],
  ['unknown fault', 'unexplained'],
  ['Il server non parla', 'other'],
];

describe('what a mail server said', () => {
  it.each(SAID)('reads “%s” as %s', (said, fault) => {
    expect(mailFault(said)).toBe(fault);
  });
});
