import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../domain/base/canonical-json.ts';
import type { PersonId, SchoolId } from '../../../domain/base/ids.ts';
import type { PersonalData } from '../../../domain/kinds/personal-data/record.ts';
import { parseEmailAddress } from '../../../domain/people/email-address.ts';
import type { RecordChange } from '../../storage/contract/record-changes.ts';
import type { SchoolSnapshot } from '../../school/school-snapshots.ts';

/** What opens somebody's accounts of what a school has on record: normalised. */
export interface OpeningData {
  readonly fiscalCode?: string;
  readonly emails: readonly string[];
}

/**
 * Reads what opens accounts from a record of personal data; none gives nothing. An address that an import was not sure of opens nothing
 * before a clerk has confirmed it: that word is news then, and waits like any change.
 */
export function openingDataOf(
  data: Pick<PersonalData, 'fiscalCode' | 'emails' | 'unconfirmedEmails'> | undefined,
): OpeningData {
  const fiscalCode = data?.fiscalCode?.trim().toUpperCase() ?? '';
  const inDoubt = addressesIn(data?.unconfirmedEmails);
  const emails = addressesIn(data?.emails).filter((address) => !inDoubt.includes(address));
  return { ...(fiscalCode === '' ? {} : { fiscalCode }), emails: [...new Set(emails)] };
}

function addressesIn(typed: readonly string[] = []): readonly string[] {
  return typed.map(parseEmailAddress).filter((address) => address !== undefined);
}

/** What of a person's record counts: all that was there before a change which waits for its confirmation, as far as it still is. */
export function countingData(now: OpeningData, change: RecordChange | undefined): OpeningData {
  if (!change) return now;
  const { fiscalCode } = now;
  return {
    ...(fiscalCode !== undefined && fiscalCode === change.fiscalCode ? { fiscalCode } : {}),
    emails: now.emails.filter((address) => change.emails.includes(address)),
  };
}

/** What of a record is new since a change, and waits. */
export function newsOf(change: RecordChange, now: OpeningData): OpeningData {
  const { fiscalCode } = now;
  return {
    ...(fiscalCode !== undefined && fiscalCode !== change.fiscalCode ? { fiscalCode } : {}),
    emails: now.emails.filter((address) => !change.emails.includes(address)),
  };
}

/** Names what waits of somebody: the same as long as the same person, code and addresses wait. */
export function digestOf({ school, person }: RecordChange, { fiscalCode, emails }: OpeningData): string {
  const said = canonicalJson([school, person, fiscalCode ?? null, emails.toSorted()]);
  return createHash('sha256').update(said).digest('base64url');
}

/** Everybody who wrote something of what waits since the last confirmation. */
export function authorsOf({ by, authors = [by] }: RecordChange): readonly PersonId[] {
  return authors;
}

/** Whether a record says something of somebody that did not count before; what is merely taken away opens nothing. */
export function bringsNews(before: OpeningData, next: OpeningData): boolean {
  const isNewCode = next.fiscalCode !== undefined && next.fiscalCode !== before.fiscalCode;
  return isNewCode || next.emails.some((address) => !before.emails.includes(address));
}

/** The same of a school's snapshot. */
export function snapshotDataOf(snapshot: SchoolSnapshot, person: PersonId): OpeningData {
  const fiscalCode = snapshot.fiscalCodeOf.get(person);
  const emails = snapshot.emailsOf.get(person) ?? [];
  return openingDataOf({ ...(fiscalCode === undefined ? {} : { fiscalCode }), emails: [...emails] });
}

/** Names a person of a school in maps. */
export function personKey({
  school,
  person,
}: {
  readonly school: SchoolId;
  readonly person: PersonId;
}): string {
  return `${school}/${person}`;
}
