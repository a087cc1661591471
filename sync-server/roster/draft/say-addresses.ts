import { listName } from '../../../domain/kinds/person/record.ts';
import type { Roster } from './roster.ts';

/** Says what the run did to people's addresses, as it stands after all rows: which was replaced by which, which wait, which count together. */
export function sayAddresses({ draft, findings, people }: Roster): void {
  for (const change of people.addressChanges()) {
    const person = draft.get('person', change.person);
    const name = person ? listName(person) : '';
    if (change.kind === 'replaced')
      findings.warn(change.place, 'addressReplaced', `${name}, ${change.address} → ${change.by}`);
    else if (change.kind === 'waits')
      findings.warn(change.place, 'addressWaits', `${change.address} (${name})`);
    else findings.warn(change.place, 'addressesOfRows', `${name}, ${change.addresses.join(', ')}`);
  }
}
