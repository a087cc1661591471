import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { toInstant } from '../../../domain/base/ids.ts';
import type { Identity, PortfolioAccount } from '../../../domain/protocol/endpoints/session/session.ts';
import { className } from '../../../domain/kinds/class/record.ts';
import type { Account } from '../../storage/contract/accounts.ts';
import type { Storage } from '../../storage/contract/storage.ts';
import { actorOf } from '../../school/actor.ts';
import { classOfPupil } from '../../school/class-of-pupil.ts';
import type { SchoolSnapshots, SchoolSnapshot } from '../../school/school-snapshots.ts';

/** What names accounts. */
export interface IdentitySource {
  readonly storage: Storage;
  readonly snapshots: SchoolSnapshots;
  readonly now: () => number;
}

/**
 * Who an account's person is today, with the portfolio that the account is in; undefined when the account is blocked or the school
 * has no such person (any more). Opens transactions of its own.
 */
export async function identityOf(source: IdentitySource, account: Account): Promise<Identity | undefined> {
  const accounts = await source.storage.accounts.read((reader) => reader.accountsOfProfile(account.profile));
  const portfolio: PortfolioAccount[] = [];
  let own: Identity | undefined;
  for (const one of accounts) {
    const named = await nameOf(source, one);
    if (!named) continue;
    const { person: _person, roles: _roles, appointments: _appointments, ...shown } = named;
    portfolio.push(shown);
    if (one.username !== account.username) continue;
    const { schoolPass, profile } = one;
    own = { ...named, schoolPass, profile, portfolio: [] };
  }
  return own && { ...own, portfolio };
}

/** As many appointments as an identity says; nobody has more. */
const MOST_SHOWN = 200;

type Named = Omit<Identity, 'schoolPass' | 'profile' | 'portfolio'>;
/** An account by the name that the school has for its person. */
type OnRecord = Omit<Named, 'roles' | 'appointments'>;

async function nameOf(source: IdentitySource, account: Account): Promise<Named | undefined> {
  if (account.state === 'blocked') return undefined;
  const snapshot = await snapshotFor(source, account);
  const actor = actorOf(snapshot, account, source.now());
  const named = actor && onRecord(snapshot, account);
  if (!named) return undefined;
  const child = account.pupil === undefined ? undefined : childOf(snapshot, account.pupil, source.now());
  const { roles, appointments } = actor;
  return {
    ...named,
    roles,
    ...(appointments === undefined ? {} : { appointments: appointments.slice(0, MOST_SHOWN) }),
    ...(child ? { child } : {}),
  };
}

/** What the school has written down of an account's person, blocked or gone as they may be, and nothing of a child; undefined for nobody. */
export async function namedOnRecord(source: IdentitySource, account: Account): Promise<OnRecord | undefined> {
  return onRecord(await snapshotFor(source, account), account);
}

async function snapshotFor(
  { storage, snapshots }: IdentitySource,
  { school }: Account,
): Promise<SchoolSnapshot> {
  return await storage.read(school, (reader) => snapshots.at(school, reader));
}

function onRecord(snapshot: SchoolSnapshot, account: Account): OnRecord | undefined {
  const person = snapshot.people.get(account.person);
  if (!person) return undefined;
  return {
    school: account.school,
    schoolName: snapshot.school?.name ?? account.school,
    person: account.person,
    username: account.username,
    kind: account.kind,
    surname: person.surname,
    givenName: person.givenName,
  };
}

function childOf(
  snapshot: SchoolSnapshot,
  pupil: NonNullable<Account['pupil']>,
  now: number,
): Identity['child'] {
  const record = snapshot.people.get(pupil);
  if (!record) return undefined;
  const today = dayOfInstant(toInstant(now));
  const schoolClass = classOfPupil(snapshot, pupil, today);
  const { surname, givenName } = record;
  return {
    person: pupil,
    surname,
    givenName,
    ...(schoolClass ? { className: className(schoolClass) } : {}),
  };
}
