import type { AccountTransaction, Mail } from '../storage/contract/accounts.ts';
import type { Storage } from '../storage/contract/storage.ts';
import { LINK_LIFETIME_MS } from './links.ts';
import type { Delivery } from './delivery.ts';
import { withoutBody } from './post-office.ts';
import type { MailTransport } from './smtp.ts';

/** What sends queued messages. */
export interface MailSender {
  /** Looks for messages at once. */
  wake(): void;
  /** Takes no further message; ends when those on their way have been handed over or given back. */
  close(): Promise<void>;
}

/** What the sender works with. */
export interface MailSenderContext {
  readonly storage: Storage;
  readonly transport: MailTransport;
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random?: () => number;
  /** Told of what the operator should know: no address and no name is in it. */
  readonly onFault: (fault: unknown) => void;
  /** Pause between two looks at the queue: other processes queue messages too, and retries fall due. */
  readonly pollMs?: number;
}

/** After three days the links of a message are dead, and nobody wants it any more. */
const GIVEN_UP_AFTER_MS = LINK_LIFETIME_MS;
/** How long a message belongs to the process that has taken it: longer than all its timeouts together. */
const CLAIM_MS = 10 * 60_000;
const LONGEST_SEND_MS = 5 * 60_000;
const LONGEST_GOODBYE_MS = 5000;
const AT_ONCE = 3;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 4 * 3_600_000;

/**
 * Sends queued messages, those of an earlier run of the server included. A message is taken by pushing its next try into the future,
 * in a transaction: two processes never send the same one. Who dies while sending leaves it to be sent again after that time.
 */
export function createMailSender(context: MailSenderContext): MailSender {
  const { storage, transport, now, random = Math.random, onFault, pollMs = 5000 } = context;
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  let isWanted = false;
  let isClosing = false;

  const wake = () => {
    if (isClosing) return;
    isWanted = true;
    running ??= empty()
      .catch((error: unknown) => {
        // A fault of the storage ends this look at the queue; the next one begins anew.
        isWanted = false;
        onFault(error);
      })
      .finally(() => {
        running = undefined;
        // Woken between the last look and now.
        if (isWanted) wake();
      });
  };

  const empty = async () => {
    while (isWanted) {
      isWanted = false;
      const { claimed, hasMore } = await storage.accounts.transaction((transaction) =>
        claim(transaction, now()),
      );
      const outcomes = await Promise.all(claimed.map(deliver));
      // A mail server that takes none of them takes no others either: the next look asks it again.
      const isDown = outcomes.length > 0 && outcomes.every((outcome) => outcome === 'later');
      isWanted = !isClosing && !isDown && (isWanted || hasMore);
    }
  };

  const deliver = async (mail: Mail): Promise<Delivery['outcome']> => {
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(LONGEST_SEND_MS)]);
    const delivery = await transport(mail, signal);
    if (delivery.outcome !== 'sent') onFault({ event: 'mail', kind: mail.kind, said: delivery.words });
    await storage.accounts.transaction(async (transaction) => {
      const current = await transaction.mail(mail.id);
      if (current) await transaction.saveMail(settled(current, delivery));
    });
    return delivery.outcome;
  };

  const settled = (mail: Mail, delivery: Delivery): Mail => {
    if (delivery.outcome === 'sent') {
      const { lastError: _lastError, ...rest } = mail;
      return withoutBody({ ...rest, state: 'sent', sentAt: now() });
    }
    const lastError = delivery.words;
    // Cancelled while it was on its way: that stands.
    if (mail.state !== 'queued') return { ...mail, lastError };
    if (delivery.outcome === 'refused') return { ...mail, state: 'failed', lastError };
    // Stopping is no fault of the message: the next start sends it at once.
    const nextTryAt = now() + (isClosing ? 0 : pauseAfter(mail.attempts, random()));
    if (nextTryAt > mail.createdAt + GIVEN_UP_AFTER_MS)
      return withoutBody({ ...mail, state: 'failed', lastError });
    return { ...mail, nextTryAt, lastError };
  };

  const timer = setInterval(wake, pollMs);
  timer.unref();
  wake();
  return {
    wake,
    async close() {
      isClosing = true;
      clearInterval(timer);
      const late = setTimeout(() => stopping.abort(), LONGEST_GOODBYE_MS);
      await running;
      clearTimeout(late);
    },
  };
}

/** Takes messages whose time has come; those that are too old are given up. */
async function claim(transaction: AccountTransaction, now: number) {
  const claimed: Mail[] = [];
  const due = await transaction.dueMails(now, AT_ONCE);
  for (const mail of due) {
    if (now > mail.createdAt + GIVEN_UP_AFTER_MS) {
      const lastError = mail.lastError ?? 'not sent within three days';
      await transaction.saveMail(withoutBody({ ...mail, state: 'failed', lastError }));
      continue;
    }
    const mine = { ...mail, attempts: mail.attempts + 1, nextTryAt: now + CLAIM_MS };
    await transaction.saveMail(mine);
    claimed.push(mine);
  }
  return { claimed, hasMore: due.length === AT_ONCE };
}

/** A minute, doubling up to four hours, each time between half of it and all of it: many messages do not come back together. */
function pauseAfter(attempts: number, random: number): number {
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempts - 1));
  return Math.round(pause * (0.5 + random / 2));
}
