import { useEffect, useState } from 'react';
import type { Observable } from 'rxjs';

/** The latest value of a live query; not ready until the first one came. */
export type Live<T> = { readonly ready: false } | { readonly ready: true; readonly value: T };

const WAITING: Live<never> = { ready: false };

/**
 * Follows an observable while the component is on the screen. Give the same observable (memoised) until the question changes; an
 * error is thrown into the nearest error boundary.
 */
export function useLive<T>(source: Observable<T>): Live<T> {
  const [state, setState] = useState<{ readonly source: Observable<T>; readonly live: Live<T> }>({
    source,
    live: WAITING,
  });
  const [failure, setFailure] = useState<{ readonly cause: unknown }>();
  useEffect(() => {
    const subscription = source.subscribe({
      next: (value) => setState({ source, live: { ready: true, value } }),
      error: (cause: unknown) => setFailure({ cause }),
    });
    return () => subscription.unsubscribe();
  }, [source]);
  if (failure) throw failure.cause;
  // A value of the previous question must never be drawn under the new one.
  return state.source === source ? state.live : WAITING;
}
