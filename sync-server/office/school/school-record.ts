import { randomBytes } from 'node:crypto';
import { toEntryId, toInstant } from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { uuidV7 } from '../../../domain/base/uuid-v7.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { School } from '../../../domain/kinds/school/record.ts';
import type { ServerRosterStore } from '../import/roster-store.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';
import { requireOffice, type Office, type OfficeContext } from '../act/office.ts';

/**
 * Writes one more version of the school's record, in the clerk's name, with what `change` makes of it as it stands; devices learn of it
 * as of any other. Answers the record as it is then.
 */
export async function changeSchool(
  context: Pick<OfficeContext, 'directory' | 'now'>,
  store: ServerRosterStore,
  who: SignedIn,
  { school, at }: Office,
  change: (record: School) => Result<School, Failure>,
): Promise<Result<School, Failure>> {
  const entry = toEntryId(uuidV7(at, randomBytes(10)));
  const changed = await store.changeSchool(
    school,
    (record) => {
      const wanted = change(record);
      return wanted.ok
        ? ok({ ...wanted.value, author: who.person, entry, recordedAt: toInstant(at) })
        : wanted;
    },
    async (transaction) => await requireOffice(context, transaction, who),
  );
  return changed ?? fail({ kind: 'notPossible', message: 'The school has no record', reason: 'unknown' });
}
