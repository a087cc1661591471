import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** An SMTP server that keeps what it gets, and refuses what a test wants refused. */
export interface MailServer {
  readonly url: string;
  /** Whom the server's configuration says that messages come from. */
  readonly from: string;
  readonly mails: readonly ParsedMail[];
  /** Every recipient that was named, refused ones included. */
  readonly recipients: readonly string[];
  /** Answers to recipients: an SMTP code and words, or nothing to accept. */
  refuse: (address: string) => { readonly code: number; readonly words: string } | undefined;
  /** The newest message to an address, as soon as it is there. */
  mailTo(address: string, subject?: RegExp): Promise<ParsedMail>;
  close(): Promise<void>;
}

/** Starts an SMTP server on a free port of this machine. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  const recipients: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, callback) {
      recipients.push(address);
      const refusal = mailServer.refuse(address);
      callback(refusal && Object.assign(new Error(refusal.words), { responseCode: refusal.code }));
    },
    onData(stream, _session, callback) {
      void simpleParser(stream).then((mail) => mails.push(mail));
      stream.on('end', () => callback());
    },
    ...options,
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const mailServer: MailServer = {
    url: `${options.secure ? 'smtps' : 'smtp'}://127.0.0.1:${port}`,
    from: 'Registro di prova <registro@scuola.example.it>',
    mails,
    recipients,
    refuse: () => undefined,
    async mailTo(address, subject = /./) {
      for (;;) {
        const found = mails.findLast((mail) => addressesOf(mail).includes(address) && isAbout(mail, subject));
        if (found) return found;
        await new Promise((resolve) => {
          setTimeout(resolve, 10);
        });
      }
    },
    async close() {
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
    },
  };
  return mailServer;
}

/** The address of the link in a message. */
export function linkIn(mail: ParsedMail): string {
  const link = /https?:\/\/\S+\/link\/[A-Za-z0-9_-]+/.exec(mail.text ?? '')?.[0];
  if (link === undefined) throw new Error(`No link in: ${mail.text}`);
  return link;
}

function isAbout(mail: ParsedMail, subject: RegExp): boolean {
  return subject.test(mail.subject ?? '');
}

function addressesOf({ to }: ParsedMail): readonly string[] {
  const lists = to === undefined ? [] : Array.isArray(to) ? to : [to];
  return lists.flatMap(({ value }) => value.map(({ address = '' }) => address));
}
