import { isAppointed } from '../../../domain/access/actor.ts';
import { hasDuty } from '../../../domain/access/office-duty.ts';
import type { Identity } from '../../../domain/protocol/endpoints/session/session.ts';
import type { StaffRole } from '../../../domain/access/staff-role.ts';
import { DEFAULT_POLICIES, type SchoolPolicies } from '../../../domain/kinds/school/record.ts';
import type { Account } from '../../storage/contract/accounts.ts';
import type { IdentityContext } from './identity-context.ts';

/** What a school has chosen. */
export async function policiesOf(
  { storage, snapshots }: Pick<IdentityContext, 'storage' | 'snapshots'>,
  { school }: Pick<Account, 'school'>,
): Promise<SchoolPolicies> {
  const snapshot = await storage.read(school, (reader) => snapshots.at(school, reader));
  return snapshot.school?.policies ?? DEFAULT_POLICIES;
}

/**
 * Whether the password of an account opens nothing in this school. Never that of those who decide on it, office, principal and
 * administrator: a provider that is down, or a
 * secret of its client that has ended, must not keep out those who can switch passwords on again.
 */
export function isPasswordOff(
  { hasProvider }: Pick<IdentityContext, 'hasProvider'>,
  { localPasswordOff = [] }: SchoolPolicies,
  identity: Pick<Identity, 'kind' | 'roles' | 'appointments'>,
): boolean {
  return hasProvider && localPasswordOff.includes(identity.kind) && !isNeverShutOut(identity);
}

function isNeverShutOut(identity: Pick<Identity, 'roles' | 'appointments'>): boolean {
  return identity.roles.includes('office') || hasDuty(identity, 'parameters');
}

/**
 * Whether a school asks somebody for a second factor: in one of the roles that it names, or appointed to what such a role does, the
 * principal's delegate and the administrator of its accounts.
 */
export function mustHaveSecondFactor(
  { secondFactorRoles = [] }: SchoolPolicies,
  identity: Pick<Identity, 'roles' | 'appointments'>,
): boolean {
  const asks = (role: StaffRole) => secondFactorRoles.includes(role);
  return (
    identity.roles.some(asks) ||
    (asks('principal') && isAppointed(identity, 'principal')) ||
    (asks('office') && isAppointed(identity, 'administrator'))
  );
}
