import type { PersonId } from '../../../domain/base/ids.ts';
import type { Account, AccountTransaction } from '../../storage/contract/accounts.ts';
import type { RecordChange } from '../../storage/contract/record-changes.ts';
import type { SkipReason } from '../act/act-report.ts';
import { authorsOf, digestOf, newsOf, type OpeningData } from '../../identity/proofs/record-trust.ts';

/** A change that somebody may decide on, and what of it waits. */
export interface Decidable {
  readonly change: RecordChange;
  readonly news: OpeningData;
}

/**
 * Four eyes: whoever wrote a change does not decide on it, nor anybody on their own that way, and nobody on what was not shown. `dataOf` is
 * what the record says now; nothing for a record that is not there.
 */
export async function decidable(
  transaction: Pick<AccountTransaction, 'recordChange'>,
  { school, person }: Pick<Account, 'school' | 'person'>,
  { by, seen }: { readonly by: PersonId; readonly seen: readonly string[] },
  dataOf: (change: RecordChange) => Promise<OpeningData | undefined>,
): Promise<Decidable | SkipReason> {
  if (person === by) return 'own';
  const change = await transaction.recordChange(school, person);
  const data = change && (await dataOf(change));
  if (!change || !data) return 'nothingWaits';
  if (authorsOf(change).includes(by)) return 'byAuthor';
  const news = newsOf(change, data);
  return seen.includes(digestOf(change, news)) ? { change, news } : 'changed';
}
