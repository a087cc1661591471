import { useLayoutEffect, useRef, useState } from 'react';

type Handlers = Readonly<Record<string, (...given: never[]) => void>>;

/**
 * Handlers that are the same at each drawing, and do what those of the last one do: for the rows of a long list, of which only the changed ones
 * are to be drawn anew. Which there are is settled by the first drawing.
 */
export function useSteady<H extends Handlers>(handlers: H): H {
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  const [steady] = useState(() => {
    const names = Object.keys(handlers);
    const own = names.map((name) => [name, (...given: never[]) => latest.current[name]?.(...given)]);
    // The same names, each with what its handler takes.
    return Object.fromEntries(own) as H;
  });
  return steady;
}
