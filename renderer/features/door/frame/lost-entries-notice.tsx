import type { DeviceAccount } from '../../../../domain/protocol/bridge/device-account.ts';
import type { LostEntries } from '../../../../domain/protocol/bridge/unsent-entries.ts';
import { LostNotice, type ForgetLost } from '../../../ui/notice/lost-notice.tsx';

interface LostEntriesNoticeProps {
  readonly lost: LostEntries;
  readonly accounts: readonly DeviceAccount[];
  readonly onForget: ForgetLost;
}

/**
 * At the door: entries that nothing opens, with the name of their account, or its username where its file is gone. Those of an account
 * that can be opened are taken away there, by its owner.
 */
export function LostEntriesNotice({ lost, accounts, onForget }: LostEntriesNoticeProps) {
  const { school, username } = lost;
  const account = accounts.find(
    ({ identity }) => identity.school === school && identity.username === username,
  );
  if (account !== undefined) {
    const { givenName, surname } = account.identity;
    return <LostNotice lost={lost} name={`${givenName} ${surname}`} />;
  }
  return <LostNotice lost={lost} {...(username !== undefined && { name: username })} onForget={onForget} />;
}
