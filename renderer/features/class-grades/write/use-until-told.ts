import { useCallback, useEffect, useRef } from 'react';
import { useIsHere } from './use-is-here.ts';

/** What changes nothing on the page is told by nothing. */
const PATIENCE = 2000;

/** Waits until a page has been told something new since it was asked: `const told = untilTold(); await act(); await told();`. Once it is left, nothing tells it. */
export function useUntilTold(shown: unknown): () => () => Promise<void> {
  const waiting = useRef(new Set<() => void>());
  const before = useRef(shown);
  const isHere = useIsHere(() => {
    for (const end of waiting.current) end();
  });
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
    if (isHere()) waiting.current.add(end);
    else isTold = true;
    return async () => {
      if (isTold) return;
      const timer = setTimeout(end, PATIENCE);
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      clearTimeout(timer);
    };
  }, [isHere]);
}
