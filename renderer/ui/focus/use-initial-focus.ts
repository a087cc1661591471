import { useEffect, useRef, type RefObject } from 'react';
import { giveFocus } from './give-focus.ts';

/** Gives an element the focus once, when its page appears: for the one thing the page asks for. */
export function useInitialFocus<T extends HTMLElement>(wanted = true): RefObject<T | null> {
  const target = useRef<T>(null);
  useEffect(() => {
    if (wanted && target.current) giveFocus(target.current);
  }, [wanted]);
  return target;
}
