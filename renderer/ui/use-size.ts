import { useLayoutEffect, useState, type RefCallback } from 'react';

/** How large an element is, in CSS pixels with its border; nothing of it before it is in the page. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const NONE: Size = { width: 0, height: 0 };

/**
 * The size of the element that is given to the returned reference, known before it is first painted and followed from then on, also where another element
 * comes in its place. The library's hook says nothing until two frames later: whatever is arranged by the size is then arranged twice, and seen wrong between.
 */
export function useSize(): readonly [RefCallback<HTMLElement>, Size] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [size, setSize] = useState(NONE);
  useLayoutEffect(() => {
    if (!element) return;
    const take = () => {
      const { width, height } = element.getBoundingClientRect();
      setSize((old) => (old.width === width && old.height === height ? old : { width, height }));
    };
    take();
    const observer = new ResizeObserver(take);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, element ? size : NONE];
}
