import type { PersonId } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { samePayload } from '../../../domain/entries/merge.ts';
import type { AccountReader } from '../../storage/contract/accounts.ts';
import type { RefusedValues } from '../../storage/contract/record-changes.ts';
import type { NewVersion } from '../../storage/contract/storage.ts';
import { openingDataOf } from './record-trust.ts';

/** A version that says something else than what stands, and what stands. */
export interface Change {
  readonly version: NewVersion;
  readonly standing: RegisterRecord | undefined;
}

/** What the office has refused, by person. */
export type Refused = ReadonlyMap<PersonId, RefusedValues>;

/** Reads what was refused where versions of personal data are among those to be written. */
export async function refusedIn(
  reader: Pick<AccountReader, 'refusedValuesOf'>,
  versions: readonly NewVersion[],
): Promise<Refused> {
  const data = versions.find(({ record }) => record.kind === 'personalData');
  if (!data) return new Map();
  const refused = await reader.refusedValuesOf(data.record.school);
  return new Map(refused.map((values) => [values.person, values]));
}

/**
 * Lists go on saying what the office has refused: the fiscal code that stands stays then, and nothing is asked again. A refused address
 * stays held back by itself, since no list releases one.
 */
export function withoutRefused(changes: readonly Change[], refused: Refused): readonly Change[] {
  if (refused.size === 0) return changes;
  return changes.flatMap((change) => {
    const { version, standing } = change;
    const { record } = version;
    if (record.kind !== 'personalData' || standing?.kind !== 'personalData') return [change];
    const said = openingDataOf(record).fiscalCode;
    if (said === undefined || said === openingDataOf(standing).fiscalCode) return [change];
    if (refused.get(record.person)?.fiscalCodes.includes(said) !== true) return [change];
    const { fiscalCode: _refused, ...rest } = record;
    const { fiscalCode } = standing;
    const kept = fiscalCode === undefined ? rest : { ...rest, fiscalCode };
    return samePayload(standing, kept) ? [] : [{ version: { ...version, record: kept }, standing }];
  });
}
