import { toInstant } from '../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../domain/base/result.ts';
import type { Failure } from '../../domain/protocol/failure.ts';
import * as ofOffice from '../../domain/protocol/endpoints/office/office-endpoints.ts';
import type { OfficeMails } from '../../domain/protocol/endpoints/office/office-mail-list.ts';
import { parseUsername } from '../../domain/people/username.ts';
import { OFFICE_MAILS } from '../../domain/protocol/endpoints/office/office-mails.ts';
import { maskEmailAddress } from '../../domain/people/email-address.ts';
import type { Mail } from '../storage/contract/accounts.ts';
import { defineAct } from './act/define-act.ts';
import { isInReach, officeOf, type OfficeContext } from './act/office.ts';
import { LINK_LIFETIME_MS } from '../mail/links.ts';
import type { SignedIn } from '../identity/accounts/authenticate.ts';

/** What the office sees of the school's messages. */
export type ListMails = (who: SignedIn) => Promise<Result<OfficeMails, Failure>>;

const MAILS_SHOWN = 500;

/** The list of messages, newest first. */
export function createListMails(context: OfficeContext): ListMails {
  const { storage, postOffice } = context;
  return async (who) => {
    const office = await officeOf(context, who, ofOffice.listMails);
    if (!office.ok) return office;
    const mails = await storage.accounts.read((reader) => reader.mailsOfSchool(who.school, MAILS_SHOWN));
    const { at, reach } = office.value;
    const own = mails.filter(({ username }) => isInReach(reach, parseUsername(username)?.kind));
    return ok({ canMail: postOffice.canSend, mails: own.map((mail) => shown(mail, at)) });
  };
}

/** Tries a message again at once that has failed, or waits for its next try. */
export const retryMail = defineAct(ofOffice.retryMail, () => async (act, { params: { id } }) => {
  const mail = await act.accounts.mail(id);
  const kind = mail && parseUsername(mail.username)?.kind;
  if (mail?.school !== act.school || !isInReach(act.reach, kind)) return cannotBeSent('unknown');
  if (mail.state !== 'failed' && mail.state !== 'queued') return cannotBeSent('settled');
  if (!isRetriable(mail, act.at)) return cannotBeSent('tooLate');
  await act.accounts.saveMail({ ...mail, state: 'queued', nextTryAt: act.at });
  await act.note(mail.username, 'mailQueued', { again: true });
  return ok(null);
});

function cannotBeSent(reason: 'unknown' | 'settled' | 'tooLate'): Result<never, Failure> {
  return fail({ kind: 'notPossible', message: 'The message cannot be sent again', reason });
}

/** A message that a mail server had taken has no words any more, and a link lives three days. */
function isRetriable({ state, text, attempts, createdAt }: Mail, at: number): boolean {
  const isStopped = state === 'failed' || (state === 'queued' && attempts > 0);
  return isStopped && text !== '' && at <= createdAt + LINK_LIFETIME_MS;
}

function shown(mail: Mail, at: number): OfficeMails['mails'][number] {
  const { id, username, kind, subject, state, attempts, lastError } = mail;
  return {
    id,
    username,
    kind,
    // An address that somebody has linked is theirs alone.
    to: OFFICE_MAILS.includes(kind) ? mail.to : maskEmailAddress(mail.to),
    subject: subject.slice(0, 200),
    state,
    attempts,
    createdAt: toInstant(mail.createdAt),
    ...(state === 'queued' ? { nextTryAt: toInstant(mail.nextTryAt) } : {}),
    ...(mail.sentAt === undefined ? {} : { sentAt: toInstant(mail.sentAt) }),
    ...(lastError === undefined ? {} : { lastError }),
    retriable: isRetriable(mail, at),
  };
}
