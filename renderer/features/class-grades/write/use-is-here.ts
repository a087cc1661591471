import { useCallback, useEffect, useRef } from 'react';

/** Asks whether a part of a page is on the screen; calls once it is no more. */
export function useIsHere(gone: () => void): () => boolean {
  const isHere = useRef(true);
  const latest = useRef(gone);
  useEffect(() => {
    latest.current = gone;
  });
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
      latest.current();
    };
  }, []);
  return useCallback(() => isHere.current, []);
}
