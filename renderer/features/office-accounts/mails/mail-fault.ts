import type { mailFaults } from './texts.it.ts';

/** What kept a message from its reader, as far as the words of a mail server tell. */
export type MailFault = keyof typeof mailFaults;

/** In this order: a code that says more (5.2.2, the mailbox is full) stands before the one around it (550). */
const SIGNS: readonly (readonly [MailFault, RegExp])[] = [
  ['unexplained', /^(?:not delivered|unknown fault)$/i],
  ['tooLate', /not sent within three days/i],
  ['unsafe', /certificate|self[- ]signed|STARTTLS|\bTLS\b|\bSSL\b|wrong version number|CERT_|ERR_TLS/i],
  [
    'unreachable',
    /\bE(?:CONNREFUSED|CONNRESET|HOSTUNREACH|NETUNREACH|TIMEDOUT|PIPE|AI_AGAIN|CONNECTION|SOCKET|DNS)\b|ENOTFOUND|getaddrinfo|queryA|greeting never received|connection timeout|connection closed|socket (?:close|hang)|timeout|aborted/i,
  ],
  ['signIn', /\b53[0458]\b|invalid login|authenticat|credentials/i],
  ['mailboxFull', /\b[45]\.2\.2\b|\b[45]52\b|quota|(?:mailbox|casella)[^.]*(?:full|piena)/i],
  [
    'noMailbox',
    /\b5\.1\.[0-36]\b|\b5\.2\.1\b|user unknown|unknown user|no such user|does not exist|mailbox unavailable|mailbox not found|recipient rejected/i,
  ],
  ['refused', /\b5\.7\.\d+\b|spam|blocked|blacklist|\b55\d\b|\b5\.\d+\.\d+\b/i],
  ['later', /\b4\d\d\b|\b4\.\d+\.\d+\b|greylist|try again/i],
];

/** Reads what a mail server said, or what became of asking it: the office reads what it means, not the code. */
export function mailFault(said: string): MailFault {
  return SIGNS.find(([, sign]) => sign.test(said))?.[0] ?? 'other';
}
