import { randomUUID } from 'node:crypto';
import { must } from '../../domain/base/assert.ts';
import type { SchoolId } from '../../domain/base/ids.ts';
import type { MailKind } from '../../domain/protocol/mail-kinds.ts';
import { parseEmailAddress } from '../../domain/people/email-address.ts';
import type { AccountTransaction, Mail } from '../storage/contract/accounts.ts';
import { composeMail } from './compose.ts';
import { DEFAULT_LANGUAGE, type MailContent } from './message.ts';

/** A message to somebody about an account. */
export type OutgoingMail = MailContent & {
  readonly school: SchoolId;
  readonly username: string;
  /** An address that `parseEmailAddress` has read. */
  readonly to: string;
};

/** Takes messages in and sees to it that they go out. */
export interface PostOffice {
  /** Whether there is a mail server to send through; without one messages wait to be printed. */
  readonly canSend: boolean;
  /**
   * Queues a message, in the language of its reader, in the transaction of the act that it tells of: both happen or neither. An older one of the same kind for the
   * same account that has not left is cancelled, since its link is dead.
   */
  queue(transaction: AccountTransaction, mail: OutgoingMail): Promise<Mail>;
  /** Cancels what has not left: all messages for an account, or those of some kinds. */
  cancel(transaction: AccountTransaction, username: string, kinds?: readonly MailKind[]): Promise<void>;
  /** Called after the commit: sends at once what was queued. */
  wake(): void;
}

/** What the post office works with. */
export interface PostOfficeContext {
  readonly now: () => number;
  /** Told when there is something to send; absent where no mail server is configured. */
  readonly wakeSender: (() => void) | undefined;
}

/** The post office of a server. */
export function createPostOffice({ now, wakeSender }: PostOfficeContext): PostOffice {
  const cancel: PostOffice['cancel'] = async (transaction, username, kinds) => {
    for (const mail of await transaction.queuedMailsOf(username)) {
      const isMeant = kinds === undefined || kinds.some((kind) => kind === mail.kind);
      if (isMeant) await transaction.saveMail(withoutBody({ ...mail, state: 'cancelled' }));
    }
  };
  return {
    canSend: wakeSender !== undefined,
    cancel,
    async queue(transaction, outgoing) {
      const { school, username, to, kind } = outgoing;
      await cancel(transaction, username, [kind]);
      const account = await transaction.account(username);
      const profile = account && (await transaction.profile(account.profile));
      const language = profile?.language ?? DEFAULT_LANGUAGE;
      const createdAt = now();
      const mail: Mail = {
        id: randomUUID(),
        school,
        username,
        kind,
        // Whatever an address was read from, nothing but one address reaches the mail server.
        to: must(parseEmailAddress(to), 'an address was checked before a message is queued'),
        ...composeMail(outgoing, { username, language, now: createdAt }),
        state: 'queued',
        attempts: 0,
        createdAt,
        nextTryAt: createdAt,
      };
      await transaction.saveMail(mail);
      return mail;
    },
    wake() {
      wakeSender?.();
    },
  };
}

/** What is kept of a message that is done with: its words hold a link that opens an account. */
export function withoutBody(mail: Mail): Mail {
  return { ...mail, text: '', html: '' };
}
