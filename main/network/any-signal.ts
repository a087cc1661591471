/** A signal that aborts with the first of two, and from then on has no listener at the other. The oldest Electron has no `AbortSignal.any`. */
export function anySignal(one: AbortSignal, other: AbortSignal): AbortSignal {
  const both = new AbortController();
  const abort = (signal: AbortSignal) => () => both.abort(signal.reason);
  for (const signal of [one, other]) {
    if (signal.aborted) both.abort(signal.reason);
    signal.addEventListener('abort', abort(signal), { once: true, signal: both.signal });
  }
  return both.signal;
}
