import { must } from '../../domain/base/assert.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import { familySchool, GUARDIANS } from './test-families.ts';
import { nextEntry } from './test-school.ts';

/** The record of Marta under another name. */
export function personRecordOf(givenName: string): readonly RegisterRecord[] {
  const found = familySchool().find((record) => record.kind === 'person' && record.id === GUARDIANS.marta);
  const record = must(found, 'Marta has a record');
  return [{ ...record, givenName, entry: nextEntry() } as RegisterRecord];
}
