import { fail, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import { SCHOOL_RECORD_ID, type School } from '../../../domain/kinds/school/record.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import type { OfficeAct } from '../act/office.ts';

/**
 * Writes one more version of the school's record with what `change` makes of it as it stands, so that two clerks who change different
 * things of it at once both find theirs in it. Answers the record as it is then.
 */
export async function changeSchool(
  act: Pick<OfficeAct, 'records' | 'write'>,
  change: (record: School) => Result<School, Failure>,
): Promise<Result<School, Failure>> {
  const json = (await act.records.documents('settings', [SCHOOL_RECORD_ID])).get(SCHOOL_RECORD_ID);
  if (json === undefined)
    return fail({ kind: 'notPossible', message: 'The school has no record', reason: 'unknown' });
  const changed = change(storedRecord(json) as School);
  if (changed.ok) await act.write([changed.value]);
  return changed;
}
