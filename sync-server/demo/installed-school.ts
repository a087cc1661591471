import { must } from '../../domain/base/assert.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import type { InstalledSchool } from '../../domain/school-config.ts';

/** What an installer of a demonstration school carries, but for the address of the server. */
export function installedSchool(records: readonly RegisterRecord[]): Omit<InstalledSchool, 'server'> {
  const record = must(
    records.find((candidate) => candidate.kind === 'school'),
    'a generated school has its own record',
  );
  const { school, name, city, phone, email, address } = record;
  return { school, name, city, phone, email, address };
}
