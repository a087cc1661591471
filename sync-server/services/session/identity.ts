import type { PersonId, SchoolId } from '../../../domain/base/ids.ts';
import type { Identity } from '../../../domain/protocol/session.ts';
import type { SchoolReader } from '../../storage/storage.ts';
import { actorOf } from '../actor.ts';
import type { SchoolDirectory } from '../school-directory.ts';

/** Who an account's person is today; undefined when the school has no such member of staff (any more). */
export async function identityOf(
  directory: SchoolDirectory,
  reader: SchoolReader,
  school: SchoolId,
  account: { readonly username: string; readonly person: PersonId },
  now: number,
): Promise<Identity | undefined> {
  const snapshot = await directory.at(school, reader);
  const actor = actorOf(snapshot, school, account.person, now);
  const person = snapshot.staff.get(account.person);
  if (!actor || !person) return undefined;
  const { surname, givenName } = person;
  const schoolName = snapshot.school?.name ?? school;
  return {
    school,
    schoolName,
    person: actor.person,
    username: account.username,
    surname,
    givenName,
    roles: actor.roles,
  };
}
