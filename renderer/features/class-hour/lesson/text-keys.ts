import type { KeyboardEvent } from 'react';
import type { OfferedText } from './text-foot.tsx';

interface TextKeys {
  readonly offered: OfferedText | undefined;
  /** Ctrl+Enter: the texts are done. */
  readonly onDone: () => void;
  /** Esc: back to the roll call. */
  readonly onLeave: () => void;
}

/** The keys in a text of an hour: done, back to the roll call, and in the field for it what is offered. */
export function textKeys({ offered, onDone, onLeave }: TextKeys): (event: KeyboardEvent) => void {
  return (event) => {
    // A topic in Chinese is composed: these keys choose among its candidates.
    if (event.nativeEvent.isComposing) return;
    const isPlain = !event.shiftKey && !event.altKey;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && isPlain) onDone();
    else if (event.key === 'Escape') onLeave();
    else if (event.key === 'ArrowUp' && offered && event.target instanceof HTMLTextAreaElement) offered.use();
    else return;
    event.preventDefault();
  };
}
