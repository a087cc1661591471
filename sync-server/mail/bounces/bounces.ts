import type { Storage } from '../../storage/contract/storage.ts';
import { withoutBody } from '../post-office.ts';
import { readBounce } from './read-bounce.ts';

/** What was made of a message that came back: noted, only a delay, about none of our messages, or no report at all. */
export type BounceOutcome = 'noted' | 'delayed' | 'unknown' | 'noReport';

/** Takes the reports of mail servers about messages that had left: the office then sees that they did not arrive, and why. */
export async function takeBounce(storage: Storage, message: Uint8Array, now: number): Promise<BounceOutcome> {
  const bounce = await readBounce(message).catch(() => undefined);
  if (!bounce) return 'noReport';
  return await storage.accounts.transaction(async (transaction) => {
    for (const id of bounce.candidates) {
      const mail = await transaction.mail(id);
      if (mail?.state !== 'sent') continue;
      // It may still arrive.
      if (!bounce.isFinal) return 'delayed';
      await transaction.saveMail(withoutBody({ ...mail, state: 'failed', lastError: bounce.words }));
      const { school, username, kind } = mail;
      await transaction.addEvent({ at: now, school, username, act: 'mailBounced', details: { kind } });
      return 'noted';
    }
    return 'unknown';
  });
}
