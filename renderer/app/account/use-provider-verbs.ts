import { useMemo } from 'react';
import { useSession } from '../../data/use-session.ts';
import type { ProviderVerbs } from '../../features/door/verbs/provider-verbs.ts';
import { useBridge } from '../../hosts/bridge-context.ts';

/** Signing in by a provider, from this page. */
export function useProviderVerbs(): ProviderVerbs {
  const bridge = useBridge();
  const finish = useSession((state) => state.finishProvider);
  return useMemo(
    () => ({
      ways: (school) => bridge.signInWays({ school }),
      start: (request) => bridge.startProvider(request),
      reopen: () => bridge.reopenProvider(),
      finish,
      cancel: () => void bridge.cancelStep(),
    }),
    [bridge, finish],
  );
}
