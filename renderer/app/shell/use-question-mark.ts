import { useEffect } from 'react';
import { KEYS } from '../../ui/actions/keys.ts';
import { isWriting } from '../../ui/focus/is-writing.ts';

/** Calls back on "?" typed anywhere but in a text. */
export function useQuestionMark(onPress: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== KEYS.list || isWriting(event) || event.ctrlKey || event.metaKey || event.altKey)
        return;
      event.preventDefault();
      onPress();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [onPress]);
}
