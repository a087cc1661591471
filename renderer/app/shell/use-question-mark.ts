import { useEffect } from 'react';
import { KEYS } from '../../ui/actions/keys.ts';
import { useSingleKeys } from '../../ui/actions/single-keys.ts';
import { isWriting } from '../../ui/focus/is-writing.ts';

/** Calls back on "?" typed anywhere but in a text, unless single signs are no keys here. */
export function useQuestionMark(onPress: () => void): void {
  const [isOn] = useSingleKeys();
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key !== KEYS.list || isWriting(event) || event.ctrlKey || event.metaKey || event.altKey)
        return;
      event.preventDefault();
      onPress();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [onPress, isOn]);
}
