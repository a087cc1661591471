import { IconInfoCircle } from '@tabler/icons-react';
import { useEffect } from 'react';
import { forgetWhyNot, useWhyNot } from '../../ui/notice/why-not.ts';
import { NoticeStrip } from './notice-strip.tsx';

/** One line below every page, so that it is in sight wherever the page is scrolled to: why the last key has done nothing. It goes with the next key or click. */
export function WhyNotStrip() {
  const { text, turn } = useWhyNot();
  useEffect(() => {
    document.addEventListener('keydown', forgetOnKey, true);
    document.addEventListener('pointerdown', forgetWhyNot, true);
    globalThis.addEventListener('hashchange', forgetWhyNot);
    return () => {
      document.removeEventListener('keydown', forgetOnKey, true);
      document.removeEventListener('pointerdown', forgetWhyNot, true);
      globalThis.removeEventListener('hashchange', forgetWhyNot);
    };
  }, []);
  return (
    <div role="status" aria-live="polite">
      {text !== undefined && (
        <NoticeStrip key={turn} tone="info" text={text} icon={<IconInfoCircle size={16} stroke={1.8} />} />
      )}
    </div>
  );
}

/** Ctrl or Alt alone are the beginning of a key. */
function forgetOnKey({ key }: KeyboardEvent): void {
  if (!['Control', 'Alt', 'Shift', 'Meta'].includes(key)) forgetWhyNot();
}
