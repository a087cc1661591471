import { SCHOOL_TIME_ZONE } from '../../../domain/base/local-date.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import * as ofAccounts from '../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import type { PrintReason } from '../../../domain/protocol/endpoints/office/print-reasons.ts';
import { compareByName } from '../../../domain/kinds/person/record.ts';
import { ACCOUNT_KINDS, parseUsername } from '../../../domain/people/username.ts';
import type { Account, Profile } from '../../storage/contract/accounts.ts';
import type { Storage } from '../../storage/contract/storage.ts';
import { classNameIn } from '../../school/class-name.ts';
import { classOfPupil } from '../../school/class-of-pupil.ts';
import { readOfficePassword } from '../../identity/passwords/office-password.ts';
import { definePreparedAct } from '../act/define-act.ts';
import { isInReach, officeOf, type Office, type OfficeContext } from '../act/office.ts';
import { LINK_LIFETIME_MS } from '../../mail/links.ts';
import { isReadyForLetters } from '../../../domain/protocol/endpoints/office/school-contacts.ts';
import { OFFICE_MAILS } from '../../../domain/protocol/endpoints/office/office-mails.ts';
import { withoutBody } from '../../mail/post-office.ts';
import type { SchoolSnapshot } from '../../school/school-snapshots.ts';
import { schoolPath } from '../../school/school-path.ts';
import type { Letter, LetterHead } from '../../letters/letter.ts';

const MAILS_AT_ONCE = 200;
const DAY_MS = 86_400_000;

interface Printed {
  readonly account: Account;
  readonly profile: Profile;
  readonly letter: Letter;
}

/** Prints a letter for each account that has a password of the office: by class, then by the pupil's name. What is printed is noted first. */
export const printLetters = definePreparedAct(ofAccounts.printLetters, (context) => {
  const { storage, sealer, now, printer } = context;
  return async ({ who, body: { usernames, second } }) => {
    const found = await officeOf(context, who, ofAccounts.printLetters);
    if (!found.ok) return found;
    const office = found.value;
    const { school } = office.snapshot;
    // A letter that names its school by a code, and nobody to call, sends people to nobody (S11).
    if (!school || !isReadyForLetters(school)) return nothing('schoolDetailsMissing');
    const accounts = await accountsNamed(storage, office, usernames);
    const printed = accounts
      .flatMap(({ account, profile }): readonly Printed[] => {
        const password = account.state === 'issued' ? readOfficePassword(sealer, profile, now()) : undefined;
        if (password === undefined) return [];
        return [{ account, profile, letter: letterOf(office, account, profile, password) }];
      })
      .toSorted((a, b) => inOrder(office, a, b));
    if (printed.length === 0) return nothing('noOfficePassword');
    const letters = printed.map(({ letter }) => letter);
    const pages = second === undefined ? { letters } : { letters, second };
    const head = headOf(context, office);
    const drawn = printer.print(office.school, { kind: 'letters', head, at: office.at, ...pages });
    if (!drawn) return BUSY;
    const bytes = await drawn;
    // Passwords are not handed to a clerk who was blocked while the pages were drawn.
    return ok(async (act) => {
      for (const { account: before, profile } of printed) {
        const account = await act.accounts.account(before.username);
        // Issued anew while the page was drawn: what was printed opens nothing.
        if (account?.profile !== profile.id) continue;
        await act.accounts.saveAccount({ ...account, letterPrintedAt: office.at });
        await act.note(account.username, 'letterPrinted');
      }
      return ok({ bytes, name: 'lettere-credenziali.pdf' });
    });
  };
});

/** Prints the messages that wait where there is no mail server; they count as printed before they are handed out. */
export const printMails = definePreparedAct(ofAccounts.printMails, (context) => {
  const { storage, postOffice, printer } = context;
  return async ({ who }) => {
    const found = await officeOf(context, who, ofAccounts.printMails);
    if (!found.ok) return found;
    const office = found.value;
    if (postOffice.canSend) return nothing('canMail');
    const waiting = (
      await storage.accounts.read((reader) => reader.queuedMailsOfSchool(office.school, MAILS_AT_ONCE))
    )
      // What goes to an address that somebody has linked is not for the clerk's eyes: its link may open accounts elsewhere.
      .filter(
        ({ kind, createdAt, username }) =>
          OFFICE_MAILS.includes(kind) &&
          office.at <= createdAt + LINK_LIFETIME_MS &&
          isInReach(office.reach, parseUsername(username)?.kind),
      );
    if (waiting.length === 0) return nothing('noMails');
    const names = await storage.accounts.read(async (reader) => {
      const accounts = await Promise.all(waiting.map(({ username }) => reader.account(username)));
      return accounts.map((account) => account && nameOf(office.snapshot, account));
    });
    const mails = waiting.map(({ subject, text, username }, index) => ({
      name: names[index] ?? username,
      subject,
      text,
    }));
    const head = headOf(context, office);
    const drawn = printer.print(office.school, { kind: 'mails', head, at: office.at, mails });
    if (!drawn) return BUSY;
    const bytes = await drawn;
    return ok(async (act) => {
      for (const { id } of waiting) {
        const mail = await act.accounts.mail(id);
        if (mail?.state !== 'queued') continue;
        await act.accounts.saveMail(withoutBody({ ...mail, state: 'printed' }));
        await act.note(mail.username, 'letterPrinted', { message: mail.kind });
      }
      return ok({ bytes, name: 'messaggi-da-consegnare.pdf' });
    });
  };
});

async function accountsNamed(
  storage: Storage,
  { school, reach }: Pick<Office, 'school' | 'reach'>,
  usernames: readonly string[],
) {
  return await storage.accounts.read(async (reader) => {
    const found: { readonly account: Account; readonly profile: Profile }[] = [];
    for (const typed of usernames) {
      const account = await reader.account(parseUsername(typed)?.username ?? typed);
      const profile = account?.school === school ? await reader.profile(account.profile) : undefined;
      if (account && profile && isInReach(reach, account.kind)) found.push({ account, profile });
    }
    return found;
  });
}

/** Not `unavailable`: the server is there, and a device must not take it for out of reach. */
const BUSY: Result<never, Failure> = fail({
  kind: 'notPossible',
  message: 'Other letters are being printed; these were not taken: ask again',
  reason: 'printerBusy',
  retryAfter: 10,
});

function nothing(reason: PrintReason): Result<never, Failure> {
  return fail({ kind: 'notPossible', message: 'There is nothing to print', reason });
}

const dayInWords = new Intl.DateTimeFormat('it-IT', { dateStyle: 'long', timeZone: SCHOOL_TIME_ZONE });
const fullDay = new Intl.DateTimeFormat('it-IT', { dateStyle: 'full', timeZone: SCHOOL_TIME_ZONE });

/** What a letter needs of the office that prints it. */
type AtTheDesk = Pick<Office, 'school' | 'snapshot' | 'at' | 'today'>;

/** The school on the head of its letters. */
export function headOf(
  { publicUrl }: Pick<OfficeContext, 'publicUrl'>,
  { snapshot, school: code, at }: AtTheDesk,
): LetterHead {
  const { name = code, city = '', address = '', phone = '', email = '' } = snapshot.school ?? {};
  return {
    schoolName: name,
    city,
    address,
    contacts: [phone === '' ? '' : `tel. ${phone}`, email].filter((contact) => contact !== ''),
    url: `${publicUrl()}${schoolPath(code)}`,
    day: dayInWords.format(at),
  };
}

/** What a letter tells the owner of an account whose password is still the office's. */
export function letterOf(office: AtTheDesk, account: Account, { password }: Profile, text: string): Letter {
  const { snapshot, today } = office;
  const { kind, username, schoolPass, pupil } = account;
  const child = pupil === undefined || kind === 'student' ? undefined : snapshot.people.get(pupil);
  const schoolClass = pupil === undefined ? undefined : classOfPupil(snapshot, pupil, today);
  return {
    kind,
    name: nameOf(snapshot, account),
    ...(child ? { child: `${child.givenName} ${child.surname}` } : {}),
    ...(schoolClass ? { className: classNameIn(snapshot, schoolClass) } : {}),
    username,
    password: text,
    schoolPass,
    // The last day on which it works from morning to night.
    validUntil: fullDay.format((password.expiresAt ?? 0) - DAY_MS),
  };
}

function nameOf(snapshot: SchoolSnapshot, { person: id, username }: Account): string {
  const person = snapshot.people.get(id);
  return person ? `${person.givenName} ${person.surname}` : username;
}

/** The order in which letters are handed out: a class's together, a pupil's together, the staff before them. */
function inOrder({ snapshot }: Office, a: Printed, b: Printed): number {
  const who = ({ account }: Printed) => snapshot.people.get(account.pupil ?? account.person);
  const [one, two] = [who(a), who(b)];
  const byClass = (a.letter.className ?? '').localeCompare(b.letter.className ?? '', 'it', { numeric: true });
  const byName = one && two ? compareByName(one, two) || one.id.localeCompare(two.id) : 0;
  return byClass || byName || ACCOUNT_KINDS.indexOf(a.account.kind) - ACCOUNT_KINDS.indexOf(b.account.kind);
}
