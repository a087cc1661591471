import type { OfficeAccount } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';

/** What the office does with accounts after a question. */
export type ActKind =
  'reissue' | 'mail' | 'confirmAddress' | 'reviveAddress' | 'block' | 'unblock' | 'blockLeavers' | 'remind';

/** An act and the accounts that it is about. */
export interface OfficeAct {
  readonly kind: ActKind;
  readonly accounts: readonly OfficeAccount[];
}
