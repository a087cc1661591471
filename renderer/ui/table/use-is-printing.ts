import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

let isPrinting = false;

/** Whether the page is being put on paper: what is drawn for the screen alone is then drawn whole. */
export function useIsPrinting(): boolean {
  return useSyncExternalStore(
    follow,
    () => isPrinting,
    () => false,
  );
}

function follow(changed: () => void): () => void {
  const turn = (next: boolean) => {
    isPrinting = next;
    // The printer takes the page when this listener has ended.
    flushSync(changed);
  };
  const begin = () => turn(true);
  const end = () => turn(false);
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  return () => {
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  };
}
