import type { NotPossibleReason } from '../../../domain/protocol/endpoints/account/account-reasons.ts';
import { compareByName, type Person } from '../../../domain/kinds/person/record.ts';
import type { Account } from '../../storage/contract/accounts.ts';
import { countingDataOf, recordDataOf } from './record-data.ts';
import type { IdentityContext } from '../accounts/identity-context.ts';

type Source = Pick<IdentityContext, 'storage' | 'snapshots'>;

/** Somebody as a school's record has them. */
interface OnRecord {
  readonly person: Person | undefined;
  readonly fiscalCode: string | undefined;
}

/**
 * Why the people behind accounts are not one who may have one profile (S28); undefined where they may. Staff, students and families stay
 * apart. Two members of the staff are one person where the records say so: the same fiscal code, or the same name where a record has none.
 * Parents of several children are taken at their word, with one exception: the two guardians of one child stay two people, also where the
 * child is on the lists of two schools, since what one may see can be taken from the other by a court.
 */
export async function reasonOfPeople(
  source: Source,
  account: Account,
  others: readonly Account[],
): Promise<NotPossibleReason | undefined> {
  const all = [account, ...others];
  const staff = all.filter(({ kind }) => kind === 'staff');
  if (staff.length > 0 && staff.length < all.length) return 'staffAndFamily';
  if (all.some(({ kind }) => kind === 'student')) return 'studentAccount';
  for (const other of others) {
    const isOther =
      staff.length > 0
        ? await areTwoOfStaff(source, account, other)
        : await areTwoGuardians(source, account, other);
    if (isOther) return staff.length > 0 ? 'otherPerson' : 'otherGuardian';
  }
  return undefined;
}

async function areTwoOfStaff(source: Source, one: Account, other: Account): Promise<boolean> {
  if (one.school === other.school && one.person === other.person) return false;
  const [first, second] = [
    await recordOf(source, one, one.person),
    await recordOf(source, other, other.person),
  ];
  return !isSamePerson(first, second);
}

async function areTwoGuardians(source: Source, one: Account, other: Account): Promise<boolean> {
  if (one.kind === other.kind && one.school === other.school) return false;
  if (one.pupil === undefined || other.pupil === undefined) return false;
  if (one.school === other.school) return one.pupil === other.pupil;
  const [child, otherChild] = [
    await codeOnRecord(source, one, one.pupil),
    await codeOnRecord(source, other, other.pupil),
  ];
  if (child === undefined || child !== otherChild) return false;
  // One child at two schools: the same parent may be first guardian here and second there, so the parents themselves are compared.
  const [parent, otherParent] = [
    await recordOf(source, one, one.person),
    await recordOf(source, other, other.person),
  ];
  return !isSamePerson(parent, otherParent);
}

/** By the fiscal code where both records have one; by the whole name, and the date of birth where both have one, otherwise. */
function isSamePerson(one: OnRecord, other: OnRecord): boolean {
  if (one.fiscalCode !== undefined && other.fiscalCode !== undefined)
    return one.fiscalCode === other.fiscalCode;
  const [first, second] = [one.person, other.person];
  if (!first || !second || compareByName(first, second) !== 0) return false;
  return (
    first.birthDate === undefined || second.birthDate === undefined || first.birthDate === second.birthDate
  );
}

/** The fiscal code as it stands, confirmed or not: here it can only refuse. */
async function codeOnRecord(
  source: Source,
  { school }: Account,
  person: Account['person'],
): Promise<string | undefined> {
  return (await recordDataOf(source, { school, person })).fiscalCode;
}

async function recordOf(source: Source, account: Account, person: Account['person']): Promise<OnRecord> {
  const { school } = account;
  const snapshot = await source.storage.read(school, (reader) => source.snapshots.at(school, reader));
  const { fiscalCode } = await countingDataOf(source, { school, person });
  return { person: snapshot.people.get(person), fiscalCode };
}
