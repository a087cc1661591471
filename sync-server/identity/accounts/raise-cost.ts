import type { Profile } from '../../storage/contract/accounts.ts';
import type { IdentityContext } from './identity-context.ts';

/**
 * The profile with its password hashed at today's cost, where it was hashed at a lower one and has just been shown. An office's password
 * stays as it is: it is sealed for its very hash, and soon replaced. Nothing changes when too many are waiting.
 */
export async function withTodaysCost(
  { storage, passwords }: Pick<IdentityContext, 'storage' | 'passwords'>,
  profile: Profile,
  password: string,
): Promise<Profile> {
  const { hash, origin } = profile.password;
  if (origin !== 'owner' || !passwords.isCheap(hash)) return profile;
  const raised = await passwords.hash(password);
  if (raised === undefined) return profile;
  return await storage.accounts.transaction(async (transaction) => {
    const current = await transaction.profile(profile.id);
    if (current?.password.hash !== hash) return profile;
    const changed = { ...current, password: { ...current.password, hash: raised } };
    await transaction.saveProfile(changed);
    return changed;
  });
}
