import type { Account } from '../storage/contract/accounts.ts';
import type { Storage } from '../storage/contract/storage.ts';
import type { SchoolSnapshots, SchoolSnapshot } from '../school/school-snapshots.ts';

/** What every message to the owner of an account is filled in with. */
export interface MailFacts {
  readonly name: string;
  readonly schoolName: string;
  readonly contacts?: string;
  /** The child of a guardian's account. */
  readonly child?: string;
}

/** The envelope of a message to the owner of an account. */
export function mailTo({ school, username }: Pick<Account, 'school' | 'username'>, to: string) {
  return { school, username, to };
}

/** Reads from the school's records how to address the owner of an account. */
export async function mailFactsOf(
  { storage, snapshots }: { readonly storage: Storage; readonly snapshots: SchoolSnapshots },
  account: Pick<Account, 'school' | 'person' | 'pupil'>,
): Promise<MailFacts> {
  const { school } = account;
  return mailFactsIn(await storage.read(school, (reader) => snapshots.at(school, reader)), account);
}

/** How a school's records address the owner of an account. */
export function mailFactsIn(
  { people, school: record }: Pick<SchoolSnapshot, 'people' | 'school'>,
  { school, person, pupil }: Pick<Account, 'school' | 'person' | 'pupil'>,
): MailFacts {
  const nameOf = (id: Account['person']) => {
    const found = people.get(id);
    return found && `${found.givenName} ${found.surname}`;
  };
  const contacts = [record?.phone, record?.email].filter((text) => text !== undefined && text !== '');
  const child = pupil === undefined || pupil === person ? undefined : nameOf(pupil);
  return {
    name: nameOf(person) ?? '',
    schoolName: record?.name ?? school,
    ...(contacts.length > 0 ? { contacts: contacts.join(' · ') } : {}),
    ...(child === undefined ? {} : { child }),
  };
}
