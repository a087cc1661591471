/** How deep libraries put the reason of the browser into their own errors. */
const DEPTH = 5;
const REASONS = ['inner', 'cause', 'parameters', 'error', 'errors', 'failures', 'args'] as const;

/** Whether a failure comes from a disk that takes nothing more, however it was wrapped on its way. */
export function isDiskFull(failure: unknown, depth = DEPTH): boolean {
  if (typeof failure !== 'object' || failure === null || depth === 0) return false;
  if (Reflect.get(failure, 'name') === 'QuotaExceededError') return true;
  if (Array.isArray(failure)) return failure.some((one) => isDiskFull(one, depth - 1));
  return REASONS.some((reason) => isDiskFull(Reflect.get(failure, reason), depth - 1));
}
