import type {
  Account,
  AccountReader,
  AccountTransaction,
  LinkPurpose,
  Profile,
} from '../../storage/contract/accounts.ts';
import { notedBefore } from '../../base/clock.ts';
import { dateBackLinks } from '../../mail/links.ts';
import type { IdentityContext } from './identity-context.ts';
import { mailTo, type MailFacts } from '../../mail/mail-facts.ts';

/** An address that waits for its link to be followed. */
export interface PendingEmail {
  readonly address: string;
  readonly since: number;
  readonly expiresAt: number;
  /** When another mail may be asked for. */
  readonly resendAt: number;
}

const DAY_MS = 86_400_000;
/** A second mail is looked for in the spam folder first. */
const RESEND_PAUSE_MS = 60_000;
/** Mails to an address that may be a stranger's. */
const MAILS_PER_DAY = 5;

/** The address that a profile waits for, as long as one of its links works (S26); undefined when there is none. */
export async function pendingEmailOf(
  reader: AccountReader,
  { id, pendingEmail }: Profile,
  now: number,
): Promise<PendingEmail | undefined> {
  if (!pendingEmail) return undefined;
  const links = await reader.linksOfProfile(id);
  const mine = links.filter(({ purpose }) => purpose === 'confirmEmail');
  const open = mine.find((link) => link.closedAt === undefined && link.address === pendingEmail.address);
  if (!open || now > open.expiresAt) return undefined;
  const times = mine.map(({ createdAt }) => notedBefore(createdAt, now)).sort((a, b) => b - a);
  return { ...pendingEmail, expiresAt: open.expiresAt, resendAt: nextMailAt(times, now) };
}

/** When the next mail may be sent, given the times of those before, newest first. */
function nextMailAt(times: readonly number[], now: number): number {
  const recent = times.filter((time) => time > now - DAY_MS);
  const oldestThatCounts = recent[MAILS_PER_DAY - 1];
  const pauseEnds = (recent[0] ?? 0) + RESEND_PAUSE_MS;
  return oldestThatCounts === undefined ? pauseEnds : Math.max(pauseEnds, oldestThatCounts + DAY_MS);
}

/** Seconds until a profile may be sent another link of a purpose, where it has had as many as a day bears; 0 where it may now. */
export async function secondsToNextMail(
  reader: AccountTransaction,
  profile: string,
  purpose: LinkPurpose,
  now: number,
): Promise<number> {
  await dateBackLinks(reader, profile, now);
  const links = await reader.linksOfProfile(profile);
  const times = links.filter((link) => link.purpose === purpose).map(({ createdAt }) => createdAt);
  const oldestThatCounts = times.filter((time) => time > now - DAY_MS).sort((a, b) => b - a)[
    MAILS_PER_DAY - 1
  ];
  return oldestThatCounts === undefined ? 0 : Math.ceil((oldestThatCounts + DAY_MS - now) / 1000);
}

/** Whether an address waits for the confirmation of another profile. */
export async function isPendingElsewhere(
  reader: AccountReader,
  address: string,
  own: string,
  now: number,
): Promise<boolean> {
  for (const profile of await reader.profilesByPendingEmail(address))
    if (profile.id !== own && (await pendingEmailOf(reader, profile, now))) return true;
  return false;
}

/** Sends the link that confirms an address. */
export async function sendConfirmation(
  { links, postOffice }: Pick<IdentityContext, 'links' | 'postOffice'>,
  transaction: AccountTransaction,
  {
    account,
    address,
    facts,
  }: { readonly account: Account; readonly address: string; readonly facts: MailFacts },
): Promise<void> {
  const { username, profile } = account;
  const link = await links.issue(transaction, { purpose: 'confirmEmail', profile, username, address });
  await postOffice.queue(transaction, {
    ...mailTo(account, address),
    kind: 'confirmEmail',
    values: { ...facts, link },
  });
}
