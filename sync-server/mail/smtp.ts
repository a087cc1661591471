import { createTransport } from 'nodemailer';
import type { Mail } from '../storage/contract/accounts.ts';
import { describeFault, type Delivery } from './delivery.ts';

/** The mail server of the installation. */
export interface SmtpOptions {
  /** `smtps://user:password@host:465`, or `smtp://` for STARTTLS (without encryption on this machine alone). */
  readonly url: string;
  /** Whom messages come from: an address, or `Name <address>`. */
  readonly from: string;
  /** Certificates to trust beside the usual ones. */
  readonly ca?: string;
}

/** Hands one message to a mail server; never throws, since all that can go wrong there is to be expected. */
export type MailTransport = (mail: Mail, signal: AbortSignal) => Promise<Delivery>;

const CONNECTION_TIMEOUT_MS = 20_000;
const SILENCE_TIMEOUT_MS = 60_000;
const THIS_MACHINE = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/;

/** A transport by SMTP: one connection for each message, encrypted unless the mail server is on this machine. */
export function createSmtpTransport({ url, from, ca }: SmtpOptions): MailTransport {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const isHere = THIS_MACHINE.test(hostname);
  const transporter = createTransport({
    host: hostname.replaceAll(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    // A password or a link must not cross a network in the clear because somebody on the way has left STARTTLS out.
    requireTLS: !secure && !isHere,
    ignoreTLS: !secure && isHere,
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    ...(ca === undefined ? {} : { tls: { ca } }),
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    greetingTimeout: CONNECTION_TIMEOUT_MS,
    dnsTimeout: CONNECTION_TIMEOUT_MS,
    socketTimeout: SILENCE_TIMEOUT_MS,
    // A message is what stands in it: nothing is fetched from files or addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const sender = parseSender(from);
  return async (mail, signal) => {
    try {
      await transporter.sendMail({
        from: sender,
        to: { name: '', address: mail.to },
        // The one address, never parsed out of a list of them.
        envelope: { from: sender.address, to: [mail.to] },
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        // The same at every try: a mailbox that gets a message twice shows it once.
        messageId: `<${mail.id}@${sender.address.split('@')[1] ?? 'campanella'}>`,
        date: new Date(mail.createdAt),
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        signal,
      });
      return { outcome: 'sent' };
    } catch (error) {
      return describeFault(error);
    }
  };
}

/** Takes `Name <address>` apart. */
export function parseSender(from: string): { readonly name: string; readonly address: string } {
  const [, name = '', address = from] = /^(.*)<([^<>]*)>$/.exec(from.trim()) ?? [];
  return { name: name.trim().replaceAll(/^"|"$/g, ''), address: address.trim() };
}
