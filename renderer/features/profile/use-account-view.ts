import { useCallback, useEffect, useState } from 'react';
import type { AccountView } from '../../../domain/protocol/endpoints/account/account.ts';
import type { AccountApi } from '../../data/api/account-api.ts';
import type { ApiFailure } from '../../data/api/api-request.ts';

/** How often the page looks whether a mailed link has been followed, while somebody looks at it: soon enough that nobody sends the mail again. */
const LOOK_AGAIN = 3000;

/** One's own account as the school sees it: loaded when the page opens, and again when something may have changed. */
export interface LiveAccountView {
  readonly view: AccountView | undefined;
  /** Why it could not be loaded; what was loaded before stays. */
  readonly failure: ApiFailure | undefined;
  reload(): Promise<void>;
}

/** Follows one's own account while its page is on the screen; `occasion` is anything that changes when the account may have. */
export function useAccountView(api: AccountApi, occasion: object | undefined): LiveAccountView {
  const [view, setView] = useState<AccountView>();
  const [failure, setFailure] = useState<ApiFailure>();
  const load = useCallback(
    async (signal?: AbortSignal) => {
      const answer = await api.view(signal);
      if (signal?.aborted) return;
      if (answer.ok) setView(answer.value);
      setFailure(answer.ok ? undefined : answer.failure);
    },
    [api],
  );
  useEffect(() => {
    const abort = new AbortController();
    const look = () => void load(abort.signal);
    if (occasion) look();
    window.addEventListener('focus', look);
    return () => {
      window.removeEventListener('focus', look);
      abort.abort();
    };
  }, [load, occasion]);
  const isWaiting = view?.pendingEmail !== undefined;
  useEffect(() => {
    if (!isWaiting) return;
    const abort = new AbortController();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void load(abort.signal);
    }, LOOK_AGAIN);
    return () => {
      clearInterval(timer);
      abort.abort();
    };
  }, [isWaiting, load]);
  const reload = useCallback(() => load(), [load]);
  return { view, failure, reload };
}
