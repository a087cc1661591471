import { useEffectEvent, useLayoutEffect } from 'react';

/** Keys that only accompany others. */
const ACCOMPANYING: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta']);

/**
 * What closes a menu of {@link useKeysOfOpenMenu} from outside, for `clickOutsideEvents`: by itself a menu is closed by any key outside it, also while
 * it is going away, and so by the very key that opens it again.
 */
export const POINTER_OUTSIDE = ['mousedown', 'touchstart'];

/**
 * Keys of a menu that a shortcut opened. A menu takes the focus a moment after it is drawn: what is pressed in that moment is meant for it, and
 * would mark a pupil where the focus still is. While the menu is open it hears every key first; what it has no use for does nothing behind it.
 * @param close closes it: Escape and Tab do in that moment too
 * @param use whether the menu has used the key
 */
export function useKeysOfOpenMenu(opened: boolean, close: () => void, use: (key: string) => boolean): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || ACCOMPANYING.has(event.key)) return;
    const isInMenu = event.target instanceof Element && event.target.closest('[role=menu]') !== null;
    const isLeaving = event.key === 'Escape' || event.key === 'Tab';
    if (isInMenu && (isLeaving || !use(event.key))) return;
    if (!isInMenu && isLeaving) close();
    if (!isInMenu && !isLeaving) use(event.key);
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
  });
  useLayoutEffect(() => {
    if (!opened) return;
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, [opened]);
}
