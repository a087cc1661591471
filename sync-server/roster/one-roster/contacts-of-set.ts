import { phoneKey } from '../matching/identifiers.ts';
import { keyOf } from '../matching/likeness.ts';
import type { SourceContacts } from '../matching/survey.ts';
import { readEmail, splitList } from '../values/cells.ts';
import { readPhones } from '../values/phones.ts';
import type { OneRosterRow, OneRosterSet } from './one-roster-set.ts';

/** Whose contacts a set has, for finding those of several families: a set links guardian and child on either side. */
export function contactsOfSet(set: OneRosterSet): SourceContacts {
  const users = new Map(set.rows('users').map((row) => [row.get('sourcedId'), row] as const));
  const students = new Set(
    [...set.rows('users').map((row) => [row.get('sourcedId'), row.get('role')] as const), ...rolesIn(set)]
      .filter(([, role]) => /^student$/i.test(role))
      .map(([user]) => user),
  );
  const links = [...users].flatMap(([id, row]) =>
    splitList(row.get('agentSourcedIds')).flatMap((other) => {
      const [pupil, guardian] = students.has(id) ? [row, users.get(other)] : [users.get(other), row];
      const isChild = students.has(id) !== students.has(other);
      return pupil && guardian && isChild ? [{ pupil, guardian }] : [];
    }),
  );
  return {
    ofGuardians: links.flatMap(({ pupil, guardian }) =>
      contactsOf(guardian).map((contact) => ({
        contact,
        family: keyOf(pupil.get('familyName')),
        guardian: `${keyOf(guardian.get('familyName'))}/${keyOf(guardian.get('givenName'))}`,
      })),
    ),
    ofPupils: [...students].flatMap((id) => {
      const row = users.get(id);
      const email = readEmail(row?.get('email') ?? '');
      return row && email !== undefined ? [{ email, family: keyOf(row.get('familyName')) }] : [];
    }),
  };
}

function rolesIn(set: OneRosterSet): readonly (readonly [string, string])[] {
  return set.rows('roles').map((row) => [row.get('userSourcedId'), row.get('role')] as const);
}

function contactsOf(row: OneRosterRow): readonly string[] {
  const phones = [row.get('phone'), row.get('sms')].flatMap((text) => readPhones(text).phones);
  return [readEmail(row.get('email')) ?? [], ...phones.map((phone) => phoneKey(phone) ?? [])].flat();
}
