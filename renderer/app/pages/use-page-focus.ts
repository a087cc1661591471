import { useEffect, useRef } from 'react';
import { focusHeading } from '../focus/focus-heading.ts';

/**
 * Moves the focus to the heading of a page that takes the place of another (WCAG 2.4.3): whoever does not see the change is told where they are. A page that
 * takes the focus itself keeps it, and so does the page that was opened first. What loses the focus within one page is looked after by `keepFocus`.
 */
export function usePageFocus(page: string | undefined): void {
  const shown = useRef(page);
  useEffect(() => {
    const replaced = shown.current !== page;
    shown.current = page;
    const content = document.querySelector<HTMLElement>('#content');
    const focused = document.activeElement;
    const isDialog = focused?.closest('[role=dialog]') !== null && focused !== null;
    if (!replaced || !content || isDialog || (focused !== document.body && content.contains(focused))) return;
    focusHeading(content);
  }, [page]);
}
