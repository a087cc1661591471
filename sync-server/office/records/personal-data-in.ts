import type { PersonId } from '../../../domain/base/ids.ts';
import { personalDataId, type PersonalData } from '../../../domain/kinds/personal-data/record.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import type { SchoolReader } from '../../storage/contract/storage.ts';

/** The personal data of somebody as they stand; undefined for somebody of whom there are none. */
export async function personalDataIn(
  reader: Pick<SchoolReader, 'documents'>,
  person: PersonId,
): Promise<PersonalData | undefined> {
  const id = personalDataId(person);
  const json = (await reader.documents('roster', [id])).get(id);
  const record = json === undefined ? undefined : storedRecord(json);
  return record?.kind === 'personalData' ? record : undefined;
}
