import type { Instant } from '../../../../domain/base/ids.ts';
import type { OfficeAccount } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { isNeverActivated } from '../../../../domain/people/activation-reminder.ts';
import type { AccountKind } from '../../../../domain/people/username.ts';
import { isAccountOf } from './is-account-of.ts';

/** How an account is doing, as the table shows it: an issued one whose password has ended needs another. */
export type ShownState = OfficeAccount['state'] | 'expired';

/** Which accounts are wanted; empty members want all. */
export interface AccountFilter {
  readonly text: string;
  readonly classId: string;
  readonly kind: AccountKind | '';
  readonly state: ShownState | '';
  readonly neverActivated: boolean;
  readonly leavers: boolean;
  /** Of pupils who are on no list of this school year. */
  readonly onNoList: boolean;
}

/** All accounts. */
export const EVERYBODY: AccountFilter = {
  text: '',
  classId: '',
  kind: '',
  state: '',
  neverActivated: false,
  leavers: false,
  onNoList: false,
};

/** The report of S9. */
export const NEVER_ACTIVATED: AccountFilter = { ...EVERYBODY, neverActivated: true };

/** The state that the table shows. */
export function shownState(account: OfficeAccount, now: Instant): ShownState {
  const { state, passwordExpiresAt } = account;
  return state === 'issued' && passwordExpiresAt !== undefined && passwordExpiresAt <= now
    ? 'expired'
    : state;
}

/** Whether a letter can be printed: the office's password is the one that holds, and has not ended. */
export function hasLetter(account: OfficeAccount, now: Instant): boolean {
  return shownState(account, now) === 'issued';
}

/** The accounts that a filter wants. */
export function filterAccounts(
  accounts: readonly OfficeAccount[],
  filter: AccountFilter,
  now: Instant,
): readonly OfficeAccount[] {
  return accounts.filter(
    (account) =>
      (filter.classId === '' || account.classId === filter.classId) &&
      (filter.kind === '' || account.kind === filter.kind) &&
      (filter.state === '' || shownState(account, now) === filter.state) &&
      (!filter.neverActivated || isNeverActivated(account)) &&
      (!filter.leavers || account.hasLeft) &&
      (!filter.onNoList || account.isOnNoList === true) &&
      isAccountOf(account, filter.text),
  );
}
