import type { OfficeAccount } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { listName } from '../../../../domain/kinds/person/record.ts';

/** Somebody of whom a change waits for a second person. */
export interface PersonWithChange {
  /** One of the person's accounts: the change is decided for all. */
  readonly username: string;
  readonly name: string;
  /** All accounts of the person: their children and classes tell two of one name apart. */
  readonly accounts: readonly OfficeAccount[];
  readonly change: NonNullable<OfficeAccount['recordChange']>;
}

/** The people of whom a change waits, each once though they may have several accounts, oldest change first. */
export function peopleWithChanges(accounts: readonly OfficeAccount[]): readonly PersonWithChange[] {
  const people = new Map<string, PersonWithChange>();
  for (const account of accounts) {
    const { username, recordChange: change } = account;
    if (!change) continue;
    const name = listName(account);
    // A digest is of one person: a list may change two of one name at the same instant.
    const key = change.digest ?? `${name} ${change.at}`;
    const known = people.get(key);
    people.set(
      key,
      known
        ? { ...known, accounts: [...known.accounts, account] }
        : { username, name, accounts: [account], change },
    );
  }
  return [...people.values()].toSorted((a, b) => a.change.at.localeCompare(b.change.at));
}
