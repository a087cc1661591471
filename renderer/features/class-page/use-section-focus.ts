import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { giveFocus } from '../../ui/focus/give-focus.ts';

/** What takes the focus of a section: its one tab stop where work goes on, else its heading. */
const WORK = '[data-work] [tabindex="0"]';
/** A section that has not shown anything by then keeps the focus on itself. */
const PATIENCE = 4000;

/**
 * Gives the focus to a section that takes the place of another within its class (WCAG 2.4.3), as soon as it shows where; the first one leaves it
 * to the page. Answers how to give it once more.
 */
export function useSectionFocus(frame: RefObject<HTMLElement | null>, section: number): () => void {
  const shown = useRef(section);
  const stop = useRef<() => void>(undefined);
  const focus = useCallback(() => {
    stop.current?.();
    stop.current = focusSoon(frame);
  }, [frame]);
  useEffect(() => {
    if (shown.current !== section) focus();
    shown.current = section;
  }, [section, focus]);
  useEffect(() => () => stop.current?.(), []);
  return focus;
}

/** Focuses what is there, or comes next while nothing else has taken the focus; answers how to give up. */
function focusSoon({ current: frame }: RefObject<HTMLElement | null>): () => void {
  if (!frame || focusWithin(frame)) return () => undefined;
  frame.tabIndex = -1;
  frame.focus();
  const observer = new MutationObserver(() => {
    const { activeElement } = document;
    if (activeElement !== frame && activeElement !== document.body) stop();
    else if (focusWithin(frame)) stop();
  });
  const timer = setTimeout(() => observer.disconnect(), PATIENCE);
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  observer.observe(frame, { childList: true, subtree: true });
  return stop;
}

function focusWithin(frame: HTMLElement): boolean {
  const found =
    frame.querySelector<HTMLElement>(WORK) ??
    [...frame.querySelectorAll<HTMLElement>('h2')].find((heading) => heading.checkVisibility());
  if (!found) return false;
  if (!found.hasAttribute('tabindex')) found.tabIndex = -1;
  giveFocus(found);
  return true;
}
