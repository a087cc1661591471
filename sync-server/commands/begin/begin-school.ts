import { randomBytes } from 'node:crypto';
import { must } from '../../../domain/base/assert.ts';
import { toEntryId, toInstant, toPersonId, type PersonId, type SchoolId } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { uuidV7 } from '../../../domain/base/uuid-v7.ts';
import { OPERATOR } from '../../../domain/protocol/endpoints/office/operations.ts';
import type { SchoolDetails } from '../../../domain/protocol/endpoints/office/school-contacts.ts';
import { compareByName, type Person } from '../../../domain/kinds/person/record.ts';
import {
  DEFAULT_POLICIES,
  type School,
  SCHOOL_LEVELS,
  SCHOOL_RECORD_ID,
} from '../../../domain/kinds/school/record.ts';
import { SERVER_AUTHOR } from '../../base/server-author.ts';
import type { PasswordCost } from '../../identity/passwords/password-hash.ts';
import type { Sealer } from '../../secrets/sealing.ts';
import { saveIssued } from '../../office/accounts/issue.ts';
import { createOfficePasswords, readOfficePassword } from '../../identity/passwords/office-password.ts';
import { officeEvent } from '../../office/act/office.ts';
import { issueAnew } from '../../office/accounts/reissue.ts';
import { headOf, letterOf } from '../../office/accounts/office-letters.ts';
import type { PrintJob } from '../../letters/draw-pages.ts';
import { createRosterStore } from '../../office/import/roster-store.ts';
import { createSchoolSnapshots } from '../../school/school-snapshots.ts';
import type { Account, AccountTransaction, Profile } from '../../storage/contract/accounts.ts';
import type { Storage } from '../../storage/contract/storage.ts';

const NO_DETAILS: Required<SchoolDetails> = { name: '', phone: '', email: '', address: '', city: '' };

/** The first person of a school who gets credentials. */
export interface FirstPerson {
  readonly surname: string;
  readonly givenName: string;
  readonly role: 'office' | 'principal';
}

/** What the beginning of a school works with. */
export interface BeginContext {
  readonly storage: Storage;
  readonly sealer: Sealer;
  readonly now: () => number;
  readonly publicUrl: () => string;
  readonly passwordCost?: PasswordCost | undefined;
}

/** What is asked for: empty details leave the known ones as they are. */
export interface Beginning {
  readonly school: SchoolId;
  readonly details: Partial<SchoolDetails>;
  readonly person: FirstPerson;
  /** Whether a letter is made anew for somebody whose account works already: their password and second factor end. */
  readonly again: boolean;
}

/** Why no letter was made: the school would be named by a code, two people have this name, or the account is in use. */
export type BeginFault = 'nameMissing' | 'severalPeople' | 'inUse';

/** The letter of the first person, to be printed, and the school as it is then. */
export interface Begun {
  readonly username: string;
  readonly password: string;
  readonly job: PrintJob;
  readonly school: School;
}

/**
 * Begins a school on the server's own command line (S10): its record with name and contacts, its first clerk or principal, and the letter
 * by which that person signs in and does the rest. Said again it prints the same letter, until its password has been used; whoever may
 * open the data folder may do this, and it stands in the register of operations.
 */
export async function beginSchool(
  context: BeginContext,
  beginning: Beginning,
): Promise<Result<Begun, BeginFault>> {
  const { storage, sealer, now } = context;
  const at = now();
  const { school: code } = beginning;
  const known = await createRosterStore(storage, { now }).readRoster(code);
  const before = known.records.find((record): record is School => record.kind === 'school');
  const school = schoolWith(before, beginning, at);
  if (school.name === code) return fail('nameMissing');
  const found = known.records.filter((record): record is Person => isMeant(record, beginning.person));
  if (found.length > 1) return fail('severalPeople');
  const person = personWith(found[0], beginning, at);
  await createRosterStore(storage, { now }).write(code, [school, person], known.version);

  const password = await createOfficePasswords(sealer, context.passwordCost)(at);
  const office = { school: code, by: OPERATOR, at };
  const issued = await storage.accounts.transaction(async (transaction) => {
    const own = await accountOf(transaction, code, person.id);
    if (!own) {
      await saveIssued(transaction, office, [{ candidate: { kind: 'staff', person: person.id }, password }]);
    } else if (!(await isUnused(transaction, own))) {
      if (!beginning.again) return undefined;
      await transaction.endSessions([own.username], 'passwordChanged');
      await issueAnew(transaction, own, password, at);
      await transaction.addEvent(officeEvent(office, own.username, 'reissued'));
    }
    const account = must(await accountOf(transaction, code, person.id), 'the account was just issued');
    await transaction.saveAccount({ ...account, letterPrintedAt: at });
    await transaction.addEvent(officeEvent(office, account.username, 'letterPrinted'));
    return { account, profile: must(await transaction.profile(account.profile), 'an account has a profile') };
  });
  if (!issued) return fail('inUse');

  const { account, profile } = issued;
  const text = must(readOfficePassword(sealer, profile, at), 'an issued account has a password to print');
  const snapshot = await storage.read(code, (reader) => createSchoolSnapshots().at(code, reader));
  const today = dayOfInstant(toInstant(at));
  const desk = { ...office, snapshot, today };
  const letter = letterOf(desk, account, profile, text);
  const job: PrintJob = { kind: 'letters', head: headOf(context, desk), at, letters: [letter] };
  return ok({ username: account.username, password: text, job, school });

  async function isUnused(
    transaction: AccountTransaction,
    { state, profile: id }: Account,
  ): Promise<boolean> {
    const own: Profile | undefined = await transaction.profile(id);
    return state === 'issued' && own !== undefined && readOfficePassword(sealer, own, at) !== undefined;
  }
}

function schoolWith(before: School | undefined, { school, details }: Beginning, at: number): School {
  const stamp = stampOf(school, at);
  const standing: School = before ?? {
    ...stamp,
    id: SCHOOL_RECORD_ID,
    kind: 'school',
    ministryCode: '',
    // All levels, until the classes or the office tell.
    levels: [...SCHOOL_LEVELS],
    policies: DEFAULT_POLICIES,
    ...NO_DETAILS,
    name: school,
  };
  const given = Object.entries(details).flatMap(([name, value]) => {
    const tidy = tidied(value ?? '');
    return tidy === '' ? [] : [[name, tidy] as const];
  });
  return { ...standing, ...stamp, ...Object.fromEntries(given) };
}

function personWith(before: Person | undefined, { school, person }: Beginning, at: number): Person {
  const { role } = person;
  if (before) return { ...before, ...stampOf(school, at), roles: [...new Set([...before.roles, role])] };
  return {
    ...stampOf(school, at),
    id: toPersonId(uuidV7(at, randomBytes(10))),
    kind: 'person',
    type: 'staff',
    surname: tidied(person.surname),
    givenName: tidied(person.givenName),
    roles: [role],
    classes: [],
  };
}

function stampOf(school: SchoolId, at: number): Pick<School, 'school' | 'author' | 'entry' | 'recordedAt'> {
  const entry = toEntryId(uuidV7(at, randomBytes(10)));
  return { school, author: SERVER_AUTHOR, entry, recordedAt: toInstant(at) };
}

function isMeant(record: { readonly kind: string }, person: FirstPerson): boolean {
  if (record.kind !== 'person') return false;
  // Narrowed by its kind.
  const candidate = record as Person;
  return (
    candidate.type === 'staff' && candidate.leftOn === undefined && compareByName(candidate, person) === 0
  );
}

async function accountOf(
  transaction: AccountTransaction,
  school: SchoolId,
  person: PersonId,
): Promise<Account | undefined> {
  const accounts = await transaction.accountsOfSchool(school);
  return accounts.find((account) => account.kind === 'staff' && account.person === person);
}

function tidied(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
