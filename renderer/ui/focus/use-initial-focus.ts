import { useEffect, useRef, type RefObject } from 'react';

/** Gives an element the focus once, when its page appears: for the one thing the page asks for. */
export function useInitialFocus<T extends HTMLElement>(wanted = true): RefObject<T | null> {
  const target = useRef<T>(null);
  useEffect(() => {
    if (wanted) target.current?.focus();
  }, [wanted]);
  return target;
}
