import type { OfficeAccount } from '../../../../domain/protocol/office-accounts.ts';

/** Somebody of whom a change waits for a second person. */
export interface PersonWithChange {
  /** One of the person's accounts: the change is confirmed for all. */
  readonly username: string;
  readonly name: string;
  readonly change: NonNullable<OfficeAccount['recordChange']>;
}

/** The people of whom a change waits, each once though they may have several accounts, oldest change first. */
export function peopleWithChanges(accounts: readonly OfficeAccount[]): readonly PersonWithChange[] {
  const people = new Map<string, PersonWithChange>();
  for (const { username, surname, givenName, recordChange: change } of accounts) {
    if (!change) continue;
    const name = `${surname} ${givenName}`;
    // One person in one school has one change: it has one time.
    const key = `${name} ${change.at}`;
    if (!people.has(key)) people.set(key, { username, name, change });
  }
  return [...people.values()].toSorted((a, b) => a.change.at.localeCompare(b.change.at));
}
