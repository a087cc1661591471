import { OPERATION_NAMES } from '../../../domain/protocol/endpoints/office/operations.ts';
import type { ActReport } from '../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { parseUsername } from '../../../domain/people/username.ts';
import type { Account } from '../../storage/contract/accounts.ts';
import { isInReach, type OfficeAct } from './office.ts';

/** Why an act did nothing for an account. */
export type SkipReason = ActReport['skipped'][number]['reason'];

/**
 * Runs an act on each of the named accounts of the office's own school. Accounts of other schools, and those that another
 * office keeps, are `unknown` like those that do not exist: the answer tells nobody which usernames there are elsewhere. What nobody may do to themselves, nor with their own change, is
 * noted as refused.
 */
export async function actOnEach(
  { accounts, school, reach, refuse }: Pick<OfficeAct, 'accounts' | 'school' | 'reach' | 'refuse'>,
  usernames: readonly string[],
  act: (account: Account) => Promise<SkipReason | 'done'>,
): Promise<ActReport> {
  let done = 0;
  const skipped: ActReport['skipped'][number][] = [];
  for (const typed of usernames) {
    const username = parseUsername(typed)?.username ?? typed;
    const account = await accounts.account(username);
    const isOwn = account?.school === school && isInReach(reach, account.kind);
    const outcome = isOwn ? await act(account) : 'unknown';
    if (outcome === 'done') done += 1;
    else skipped.push({ username: typed, reason: outcome });
    const why = OPERATION_NAMES.why.find((one) => one === outcome);
    if (why !== undefined) await refuse(username, why);
  }
  return { done, skipped };
}
