import { useState } from 'react';
import type { CopiedList } from './list-as-text.ts';

/** Puts a list on the clipboard, as text and as a table; says whether it got there. */
export function useCopying(
  list: () => CopiedList,
  onCopied: () => void,
): { readonly state: 'idle' | 'copied' | 'failed'; copy(): Promise<void> } {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const copy = async () => {
    const { text, html } = list();
    const copied = new ClipboardItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([html], { type: 'text/html' }),
    });
    const isThere = await navigator.clipboard.write([copied]).then(
      () => true,
      () => false,
    );
    setState(isThere ? 'copied' : 'failed');
    if (isThere) onCopied();
  };
  return { state, copy };
}
