import { useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * A sheet that is there while it is printed, in place of that of its page: whether it is, and the way to print it. Of two sheets the printer takes the one that
 * was opened last.
 */
export function useSheet(): readonly [isThere: boolean, print: () => void] {
  const [isThere, setThere] = useState(false);
  const print = () => {
    globalThis.addEventListener('afterprint', () => setThere(false), { once: true });
    // The printer takes what is drawn now.
    flushSync(() => setThere(true));
    globalThis.print();
  };
  return [isThere, print];
}
