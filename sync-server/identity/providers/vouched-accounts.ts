import type { PersonId } from '../../../domain/base/ids.ts';
import type { Identity, JourneyPurpose } from '../../../domain/protocol/endpoints/session/session.ts';
import type { Account, AccountReader } from '../../storage/contract/accounts.ts';
import { countingData, snapshotDataOf } from '../proofs/record-trust.ts';
import { identityOf, namedOnRecord } from '../accounts/identity.ts';
import type { IdentityContext } from '../accounts/identity-context.ts';
import type { VouchedIdentity } from './sign-in-provider.ts';

/** An account of whom a provider vouches for, as it is shown to choose from. */
export interface OfferedAccount extends Pick<
  Identity,
  'username' | 'schoolName' | 'surname' | 'givenName' | 'kind' | 'child'
> {
  /** The office has closed it: whoever chooses it hears so in the app, which may hold entries that wait. */
  readonly isBlocked: boolean;
}

/**
 * The accounts of a person that a journey may lead to (the blocked ones alone, where it is for handing over):
 * by the fiscal code in the records of all schools, by the confirmed address of a profile. Both must be the
 * school's or the person's own word: an address that merely stands in a record opens nothing.
 */
export async function accountsOf(
  context: IdentityContext,
  { fiscalCode, email }: VouchedIdentity,
  purpose: JourneyPurpose,
): Promise<readonly OfferedAccount[]> {
  const { storage } = context;
  const found = new Map<string, Account>();
  const add = (accounts: readonly Account[]) => {
    for (const account of accounts)
      if (account.state === 'blocked' || purpose === 'signIn') found.set(account.username, account);
  };
  if (fiscalCode !== undefined)
    for (const school of await storage.schools()) {
      const people = await peopleWith(context, school, fiscalCode);
      if (people.size === 0) continue;
      const accounts = await storage.accounts.read((reader) => reader.accountsOfSchool(school));
      add(accounts.filter(({ person }) => people.has(person)));
    }
  if (email !== undefined) add(await storage.accounts.read((reader) => accountsByEmail(reader, email)));
  const offered: OfferedAccount[] = [];
  for (const account of found.values()) {
    const isBlocked = account.state === 'blocked';
    // Whoever is blocked may be no member of the school any more: what waits of them is theirs to hand over all the same.
    const identity = isBlocked ? await namedOnRecord(context, account) : await identityOf(context, account);
    if (!identity) continue;
    const { username, schoolName, surname, givenName, kind, child } = identity;
    offered.push({ username, schoolName, surname, givenName, kind, ...(child ? { child } : {}), isBlocked });
  }
  // What can be entered comes first.
  return offered.toSorted((a, b) => Number(a.isBlocked) - Number(b.isBlocked));
}

async function peopleWith(
  { storage, snapshots }: IdentityContext,
  school: Account['school'],
  fiscalCode: string,
): Promise<ReadonlySet<PersonId>> {
  const snapshot = await storage.read(school, (reader) => snapshots.at(school, reader));
  const people = snapshot.peopleByFiscalCode.get(fiscalCode) ?? [];
  const changes = await storage.accounts.read((reader) => reader.recordChangesOf(school));
  const waiting = new Map(changes.map((change) => [change.person, change]));
  // A code that nobody has confirmed yet may be that of whoever wrote it.
  const counts = (person: PersonId) =>
    countingData(snapshotDataOf(snapshot, person), waiting.get(person)).fiscalCode === fiscalCode;
  return new Set(people.filter(counts));
}

async function accountsByEmail(reader: AccountReader, email: string): Promise<readonly Account[]> {
  const profile = await reader.profileByEmail(email);
  return profile ? await reader.accountsOfProfile(profile.id) : [];
}
