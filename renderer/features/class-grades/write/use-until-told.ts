import { useCallback, useEffect, useRef } from 'react';

/** What changes nothing on the page is told by nothing. */
const PATIENCE = 2000;

/** Waits until a page has been told something new since it was asked: `const told = untilTold(); await act(); await told();`. */
export function useUntilTold(shown: unknown): () => () => Promise<void> {
  const waiting = useRef(new Set<() => void>());
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    for (const end of waiting.current) end();
  });
  return useCallback(() => {
    let isTold = false;
    let goOn: (() => void) | undefined;
    const end = () => {
      waiting.current.delete(end);
      isTold = true;
      goOn?.();
    };
    waiting.current.add(end);
    return async () => {
      if (isTold) return;
      const timer = setTimeout(end, PATIENCE);
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      clearTimeout(timer);
    };
  }, []);
}
