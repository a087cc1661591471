import { useEffectEvent, useLayoutEffect } from 'react';

/** Keys that only accompany others, and the one that closes a menu wherever the focus is. */
const LEFT_ALONE: ReadonlySet<string> = new Set(['Escape', 'Tab', 'Shift', 'Control', 'Alt', 'Meta']);

/**
 * Keys of a menu that a shortcut opened. A menu takes the focus a moment after it is drawn: what is pressed in that moment is meant for it, and
 * would mark a pupil where the focus still is. While the menu is open it hears every key first; what it has no use for does nothing behind it.
 * @param use whether the menu has used the key
 */
export function useKeysOfOpenMenu(opened: boolean, use: (key: string) => boolean): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || LEFT_ALONE.has(event.key)) return;
    const isInMenu = event.target instanceof Element && event.target.closest('[role=menu]') !== null;
    if (!use(event.key) && isInMenu) return;
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
