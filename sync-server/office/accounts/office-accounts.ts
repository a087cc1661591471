import { toInstant, type ClassId } from '../../../domain/base/ids.ts';
import { ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type {
  OfficeAccount,
  OfficeAccounts,
} from '../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import * as ofAccounts from '../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import { listName, type Person } from '../../../domain/kinds/person/record.ts';
import { parseEmailAddress } from '../../../domain/people/email-address.ts';
import type { Account, CountedProfile, LastMail } from '../../storage/contract/accounts.ts';
import type { RecordChange } from '../../storage/contract/record-changes.ts';
import { OFFICE_MAILS } from '../../../domain/protocol/endpoints/office/office-mails.ts';
import type { SchoolSnapshot } from '../../school/school-snapshots.ts';
import { LINK_LIFETIME_MS } from '../../mail/links.ts';
import { lettersWithoutGlyph } from '../../letters/typefaces.ts';
import { heldBackOf, type HeldBack } from '../../identity/proofs/once-counted.ts';
import { authorsOf, digestOf, newsOf, snapshotDataOf } from '../../identity/proofs/record-trust.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';
import { classNameIn } from '../../school/class-name.ts';
import { classOfPupil } from '../../school/class-of-pupil.ts';
import { allCandidates, hasLeft, relationKey } from './candidates.ts';
import { isInReach, officeOf, type Office, type OfficeContext } from '../act/office.ts';

/** All accounts of a school as its office sees them. */
export type ListAccounts = (who: SignedIn) => Promise<Result<OfficeAccounts, Failure>>;

/** The list of accounts: page and reports filter it. */
export function createListAccounts(context: OfficeContext): ListAccounts {
  const { storage, postOffice } = context;
  return async (who) => {
    const found = await officeOf(context, who, ofAccounts.listAccounts);
    if (!found.ok) return found;
    const office = found.value;
    const {
      accounts: all,
      profiles,
      mails,
      changes,
    } = await storage.accounts.read(async (reader) => ({
      accounts: await reader.accountsOfSchool(office.school),
      profiles: await reader.profilesOfSchool(office.school),
      mails: await reader.lastMails(office.school, OFFICE_MAILS),
      changes: await reader.recordChangesOf(office.school),
    }));
    const accounts = all.filter(({ kind }) => isInReach(office.reach, kind));
    const held = await storage.read(office.school, (reader) =>
      heldBackOf(reader, office.snapshot.unconfirmedEmailsOf),
    );
    const profileOf = new Map(profiles.map((counted) => [counted.profile.id, counted]));
    const changeOf = new Map(changes.map((change) => [change.person, change]));
    const mailOf = new Map(mails.map((mail) => [mail.username, mail]));
    return ok({
      accounts: accounts.map((account) => ({
        ...shown(office, account, profileOf.get(account.profile), mailOf.get(account.username)),
        ...(isInReach(office.papers, account.kind) && {
          ...shownHeldBack(held.get(account.person)),
          ...shownChange(office.snapshot, who, changeOf.get(account.person)),
        }),
      })),
      missing: missing(office, accounts),
      canMail: postOffice.canSend,
    });
  };
}

/** The first address in the school's record of a person that messages can be sent to. */
export function recordAddress(
  snapshot: SchoolSnapshot,
  { person }: Pick<Account, 'person'>,
): string | undefined {
  const typed = snapshot.emailsOf.get(person) ?? [];
  return typed.map(parseEmailAddress).find((address) => address !== undefined);
}

/**
 * Whether nobody stands behind an account any more: the person, or the child whose guardian it is for, has left (or is theirs no more). A
 * pupil on no list of the new year has not left before somebody has looked: the import's report names those.
 */
export function isLeaver({ snapshot, today }: Pick<Office, 'snapshot' | 'today'>, account: Account): boolean {
  const { kind, person, pupil } = account;
  if (hasLeft(snapshot, person, today)) return true;
  if (pupil === undefined) return false;
  if (hasLeft(snapshot, pupil, today)) return true;
  if (kind === 'student') return false;
  return !(snapshot.childrenOf.get(person) ?? []).some((child) => child.pupil === pupil);
}

function shown(
  office: Office,
  account: Account,
  counted: CountedProfile | undefined,
  mail: LastMail | undefined,
): OfficeAccount {
  const { snapshot, today } = office;
  const { username, kind, schoolPass, state, person: id, pupil } = account;
  const person = snapshot.people.get(id);
  const child = pupil === undefined || kind === 'student' ? undefined : snapshot.people.get(pupil);
  const schoolClass = pupil === undefined ? undefined : classOfPupil(snapshot, pupil, today);
  const profile = counted?.profile;
  const instant = (name: string, at: number | undefined) =>
    at === undefined ? {} : { [name]: toInstant(at) };
  return {
    username,
    kind,
    surname: person?.surname ?? username,
    givenName: person?.givenName ?? username,
    roles: person?.roles ?? [],
    ...(child ? { child: listName(child) } : {}),
    ...(schoolClass ? { classId: schoolClass.id, className: classNameIn(snapshot, schoolClass) } : {}),
    schoolPass,
    state,
    issuedAt: toInstant(account.issuedAt),
    ...instant('passwordExpiresAt', profile?.password.expiresAt),
    ...instant('activatedAt', account.activatedAt),
    ...instant('lastSignInAt', account.lastSignInAt),
    ...instant('letterPrintedAt', sinceIssued(account, account.letterPrintedAt)),
    ...(account.blocked ? { blockedReason: account.blocked.reason } : {}),
    ...deliveryByMail(account, mail),
    hasEmail: profile?.email !== undefined,
    hasRecordEmail: recordAddress(snapshot, account) !== undefined,
    portfolioSize: counted?.accounts ?? 1,
    hasLeft: isLeaver(office, account),
    ...(pupil !== undefined && !schoolClass && !isLeaver(office, account) ? { isOnNoList: true } : {}),
    ...notPrintable(person, child),
  };
}

/** A new password voids what was printed or sent before it: only what has happened since then has delivered anything. */
function sinceIssued({ issuedAt }: Account, at: number | undefined): number | undefined {
  return at !== undefined && at >= issuedAt ? at : undefined;
}

function deliveryByMail(
  account: Account,
  mail: LastMail | undefined,
): Pick<OfficeAccount, 'mail' | 'mailedAt' | 'mailLinkUntil'> {
  if (mail === undefined || sinceIssued(account, mail.createdAt) === undefined) return {};
  const { state, createdAt } = mail;
  const until = createdAt + LINK_LIFETIME_MS;
  return { mail: state, mailedAt: toInstant(createdAt), mailLinkUntil: toInstant(until) };
}

/** What of the names on a letter no typeface has: the office hears of it before it prints. */
function notPrintable(...people: readonly (Person | undefined)[]): Pick<OfficeAccount, 'notPrintable'> {
  const missing = lettersWithoutGlyph(people.map((one) => (one ? listName(one) : '')).join(' '));
  return missing.length === 0 ? {} : { notPrintable: missing.join('').slice(0, LONGEST_SHOWN) };
}

const LONGEST_SHOWN = 100;

function shownHeldBack(
  held: HeldBack | undefined,
): Pick<OfficeAccount, 'unconfirmedEmails' | 'replacedEmails'> {
  const { doubted = [], replaced = [] } = held ?? {};
  return {
    ...(doubted.length === 0 ? {} : { unconfirmedEmails: [...doubted] }),
    ...(replaced.length === 0 ? {} : { replacedEmails: [...replaced] }),
  };
}

function shownChange(
  snapshot: SchoolSnapshot,
  who: SignedIn,
  change: RecordChange | undefined,
): Pick<OfficeAccount, 'recordChange'> {
  if (!change) return {};
  const news = newsOf(change, snapshotDataOf(snapshot, change.person));
  const { fiscalCode, emails } = news;
  const author = snapshot.people.get(change.by);
  return {
    recordChange: {
      at: toInstant(change.at),
      ...(author ? { by: listName(author) } : {}),
      digest: digestOf(change, news),
      origin: change.origin ?? 'list',
      before: {
        ...(fiscalCode === undefined || change.fiscalCode === undefined
          ? {}
          : { fiscalCode: change.fiscalCode }),
        emails: emails.length === 0 ? [] : [...change.emails],
      },
      own: authorsOf(change).includes(who.person),
      ...(fiscalCode === undefined ? {} : { fiscalCode }),
      emails: [...emails],
    },
  };
}

function missing(
  { snapshot, today, reach }: Office,
  accounts: readonly Account[],
): OfficeAccounts['missing'] {
  const taken = new Set(accounts.map(relationKey));
  const count = { staff: 0, firstGuardian: 0, secondGuardian: 0, student: 0 };
  const byClass = new Map<ClassId, number>();
  for (const candidate of allCandidates(snapshot, today)) {
    if (taken.has(relationKey(candidate)) || !isInReach(reach, candidate.kind)) continue;
    count[candidate.kind] += 1;
    const { pupil } = candidate;
    const id = pupil === undefined ? undefined : classOfPupil(snapshot, pupil, today)?.id;
    if (id !== undefined) byClass.set(id, (byClass.get(id) ?? 0) + 1);
  }
  return { ...count, classes: [...byClass].map(([classId, of]) => ({ classId, count: of })) };
}
