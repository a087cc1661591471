import type { OfficeAccount } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';

/** The accounts to which a message can go: the school's record has an address. */
export function reachable(accounts: readonly OfficeAccount[]): readonly OfficeAccount[] {
  return accounts.filter(({ hasRecordEmail }) => hasRecordEmail);
}
