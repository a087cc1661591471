import { useCallback, useEffect, useState } from 'react';
import type { AccountApi } from '../data/api/account-api.ts';

/** The own picture of the open account, for as long as its pages are on the screen, and the way to look for it again. */
export function usePicture(api: AccountApi): readonly [picture: string | undefined, reload: () => void] {
  const [picture, setPicture] = useState<string>();
  const load = useCallback(
    async (signal?: AbortSignal) => {
      const answer = await api.picture(signal);
      if (signal?.aborted) return;
      const found = answer.ok && answer.value.length > 0;
      setPicture(found ? URL.createObjectURL(new Blob([answer.value])) : undefined);
    },
    [api],
  );
  useEffect(() => {
    const abort = new AbortController();
    const begin = () => void load(abort.signal);
    begin();
    return () => abort.abort();
  }, [load]);
  // The bytes go with the account that they belong to.
  useEffect(
    () => () => {
      if (picture !== undefined) URL.revokeObjectURL(picture);
    },
    [picture],
  );
  const reload = useCallback(() => void load(), [load]);
  return [picture, reload];
}
