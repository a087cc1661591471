import type { Identity } from '../protocol/endpoints/session/session.ts';

/** A member of the staff whose profile opens no other account. */
export function staffIdentity(
  who: Pick<Identity, 'school' | 'schoolName' | 'person' | 'username' | 'surname' | 'givenName' | 'roles'>,
): Identity {
  const { school, schoolName, username, surname, givenName } = who;
  return {
    ...who,
    kind: 'staff',
    schoolPass: '41528073',
    profile: `profile-${username}`,
    portfolio: [{ school, schoolName, username, kind: 'staff', surname, givenName }],
  };
}
