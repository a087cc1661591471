import { useCallback, useEffect, useState } from 'react';
import type { AccountApi } from '../data/api/account-api.ts';

/** The own picture of the open account, for as long as its pages are on the screen, and the way to look for it again. */
export function usePicture(api: AccountApi): readonly [picture: string | undefined, reload: () => void] {
  const [picture, setPicture] = useState<string>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    let address: string | undefined;
    void api.picture(abort.signal).then((answer) => {
      if (abort.signal.aborted) return;
      address =
        answer.ok && answer.value.length > 0 ? URL.createObjectURL(new Blob([answer.value])) : undefined;
      setPicture(address);
    });
    return () => {
      abort.abort();
      // The bytes go with the account that they belong to.
      if (address !== undefined) URL.revokeObjectURL(address);
    };
  }, [api, turn]);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return [picture, reload];
}
