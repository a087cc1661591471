import { useEffect } from 'react';
import { KEYS } from '../../ui/actions/keys.ts';

/** Calls back on "?" typed anywhere but in a text. */
export function useQuestionMark(onPress: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : undefined;
      const typing = target?.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target?.tagName ?? '');
      if (event.key !== KEYS.list || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      onPress();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [onPress]);
}
