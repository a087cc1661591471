import type { Texts } from '../../../i18n/texts.ts';
import type { accountSkips as source } from './skips.it.ts';

/** Why an act of the office left an account as it was. */
export const accountSkips = {
  unknown: 'no longer exists',
  activated: 'has chosen a password already',
  blocked: 'is blocked',
  notBlocked: 'is not blocked',
  hasLink: 'has an activation link already that still works',
  noAddress: 'has no address in the roster',
  addressInDoubt:
    'has an address that came in by an uncertain import: check it and choose “Confirm the uncertain address” in its menu',
  addressWaits: 'has a new address that waits for a second person’s confirmation, above',
  addressReplaced: 'has only addresses that a list has replaced or the office has refused',
  noOfficePassword: 'has no office password',
  onlyAccount: 'is the only account',
  own: 'is your own account',
  byAuthor: 'you wrote the change: somebody else has to confirm it',
  changed: 'the data changed while you were looking: check them and confirm again',
  nothingWaits: 'has nothing to confirm',
} as const satisfies Texts<typeof source>;
