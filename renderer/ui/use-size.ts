import { useLayoutEffect, useState, type RefObject } from 'react';

/** How large an element is, in CSS pixels with its border; nothing of it before it is in the page. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The size of an element, known before it is first painted and followed from then on. The library's hook says nothing until two frames later: whatever
 * is arranged by the size is then arranged twice, and seen wrong between.
 */
export function useSize(target: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = target.current;
    if (!element) return;
    const take = () => {
      const { width, height } = element.getBoundingClientRect();
      setSize((old) => (old.width === width && old.height === height ? old : { width, height }));
    };
    take();
    const observer = new ResizeObserver(take);
    observer.observe(element);
    return () => observer.disconnect();
  }, [target]);
  return size;
}
