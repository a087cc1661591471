import type { ComponentProps } from 'react';
import { useSession } from '../../data/use-session.ts';
import { SyncPage } from '../../features/sync-centre/sync-page.tsx';
import { useForgetLost } from '../session/use-forget-lost.ts';
import { useLeftBehind } from '../session/use-left-behind.ts';

type SyncRouteProps = Pick<ComponentProps<typeof SyncPage>, 'register' | 'onSaveFile' | 'onSignInAgain'>;

/** The synchronisation page, with what this device holds of the account beside what waits. */
export function SyncRoute(props: SyncRouteProps) {
  const { school, username } = props.register.identity;
  const { setAside } = useLeftBehind(props.register.identity);
  const losses = useSession((state) => state.lostEntries);
  const lost = losses.find((one) => one.school === school && one.username === username);
  return <SyncPage {...props} lost={lost} onForgetLost={useForgetLost()} setAside={setAside} />;
}
