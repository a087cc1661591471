import { useEffect, useState } from 'react';
import { retry, type Observable } from 'rxjs';

/** The latest answer of a view; not ready until the first one came. */
export type Live<T> = { readonly ready: false } | { readonly ready: true; readonly value: T };

const WAITING: Live<never> = { ready: false };

/** A view, what it is asked about, and where its answers come from. */
interface Question<T> {
  readonly parts: readonly unknown[];
  readonly source: Observable<T>;
}

/**
 * Follows what a view tells, while the component is on the screen: `useView(teacherDay, register, day)`. The question is the same as long
 * as view and arguments are; an error is thrown into the nearest error boundary.
 */
export function useView<A extends readonly unknown[], T>(
  view: (...asked: A) => Observable<T>,
  ...asked: A
): Live<T> {
  const parts = [view, ...asked];
  const ask = (): Question<T> => ({ parts, source: view(...asked) });
  const [followed, setFollowed] = useState(ask);
  const question = isSame(followed.parts, parts) ? followed : ask();
  if (question !== followed) setFollowed(question);
  const { source } = question;

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

/** The latest answer of a view; undefined until the first one came. */
export function useViewValue<A extends readonly unknown[], T>(
  view: (...asked: A) => Observable<T>,
  ...asked: A
): T | undefined {
  const live = useView(view, ...asked);
  return live.ready ? live.value : undefined;
}

/** How long what surrounds the pages waits before it asks again what could not be read, milliseconds. */
const PAUSE = 5_000;

/**
 * The latest answer of a view for what surrounds the pages: what cannot be read is not shown there, and asked again after a while. A disk that is full takes
 * the way out and the state of what waits from nobody.
 */
export function useFrameValue<A extends readonly unknown[], T>(
  view: (...asked: A) => Observable<T>,
  ...asked: A
): T | undefined {
  return useViewValue(askedAgain<A, T>, view, ...asked);
}

function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((part, index) => Object.is(part, now[index]));
}

function askedAgain<A extends readonly unknown[], T>(
  view: (...asked: A) => Observable<T>,
  ...asked: A
): Observable<T> {
  return view(...asked).pipe(retry({ delay: PAUSE }));
}
