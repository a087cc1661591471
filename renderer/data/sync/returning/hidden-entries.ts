import type { Bridge } from '../../../../domain/protocol/bridge/bridge.ts';
import type { AccountRef } from '../../../../domain/protocol/endpoints/session/session.ts';
import type { Outbox } from '../queue/outbox.ts';

const LOOK_AGAIN = 60_000;

/**
 * Watches whether the main process counts entries of this account that the page does not see: set aside under an earlier password, or
 * not to be opened. As long as there are any, nobody may say that everything has been delivered.
 */
export function watchHiddenEntries(
  bridge: Pick<Bridge, 'deviceAccounts'>,
  outbox: Pick<Outbox, 'entries'>,
  account: AccountRef,
): { readonly isWhole: () => boolean; readonly close: () => void } {
  let isWhole = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;

  async function look(): Promise<void> {
    const accounts = await bridge.deviceAccounts().catch(() => []);
    if (isClosed) return;
    const own = accounts.find(
      ({ identity }) => identity.username === account.username && identity.school === account.school,
    );
    isWhole = own !== undefined && own.unsent <= outbox.entries().length;
    // Entries that were acknowledged while the count was on its way are no hidden ones.
    if (!isWhole) timer = setTimeout(() => void look(), LOOK_AGAIN);
  }
  void look();

  return {
    isWhole: () => isWhole,
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
