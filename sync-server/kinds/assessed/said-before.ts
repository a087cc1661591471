import { equalJson } from '../../../domain/base/canonical-json.ts';
import type { RecordKind, RecordOfKind, RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { WriteFacts } from '../../../domain/school/write-facts.ts';
import type { FactsBatch } from '../../register/batch/batch.ts';
import { recordOfVersion } from '../../register/batch/record-of-version.ts';

/**
 * What a record of a gradebook has said in the versions that were read of it: who takes a change back brings that back as it was. What lost against another one
 * never stood.
 */
export function saidBefore<K extends RecordKind>(
  batch: FactsBatch,
  { id, kind }: Pick<RecordOfKind<K>, 'id'> & { readonly kind: K },
  saidBy: (record: RecordOfKind<K>) => object,
): Pick<WriteFacts, 'hasSaid'> {
  const isOfKind = (record: RegisterRecord): record is RecordOfKind<K> => record.kind === kind;
  const stood = batch
    .readVersionsOf('grades', id)
    .filter(({ outcome }) => outcome !== 'overruled')
    .map(recordOfVersion)
    .filter(isOfKind);
  return stood.length === 0 ? {} : { hasSaid: (said) => stood.some((one) => equalJson(saidBy(one), said)) };
}
