import { VisuallyHidden } from '@mantine/core';
import { useCallback, useState, type ReactNode } from 'react';

/** A polite live region and the function that speaks through it: place the region once, keep it mounted. */
export function useAnnouncer(): readonly [region: ReactNode, announce: (text: string) => void] {
  const [message, setMessage] = useState({ text: '', turn: 0 });
  const announce = useCallback(
    (text: string) => setMessage((previous) => ({ text, turn: previous.turn + 1 })),
    [],
  );
  // The same text twice is read twice only when the node changes: a no-break space tells the turns apart.
  const text = message.turn % 2 === 0 ? message.text : `${message.text}\u00A0`;
  const region = (
    <VisuallyHidden role="status" aria-live="polite">
      {text}
    </VisuallyHidden>
  );
  return [region, announce];
}
