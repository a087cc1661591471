import { useCallback, useEffect, useState } from 'react';
import type { Result } from '../../../domain/base/result.ts';
import type { SessionState, SignInFailure } from '../../../domain/protocol/bridge.ts';

/** Outcome of a try to sign in or unlock. */
export type AttemptResult = Result<SessionState, SignInFailure>;

/** State of the tries of a form: busy, the last failure, and the seconds until the next try is allowed. */
export interface Attempt {
  readonly busy: boolean;
  readonly failure: SignInFailure | undefined;
  readonly waitSeconds: number;
  run(action: () => Promise<AttemptResult>): Promise<boolean>;
  reset(): void;
}

/** Runs tries one at a time and counts down while further ones are refused. */
export function useAttempt(): Attempt {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<SignInFailure>();
  const [waitSeconds, setWaitSeconds] = useState(0);

  useEffect(() => {
    if (waitSeconds <= 0) return;
    const timer = setTimeout(() => setWaitSeconds((seconds) => seconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [waitSeconds]);

  const run = useCallback(async (action: () => Promise<AttemptResult>) => {
    setBusy(true);
    try {
      const result = await action();
      setFailure(result.ok ? undefined : result.failure);
      setWaitSeconds(result.ok ? 0 : Math.ceil(result.failure.waitSeconds ?? 0));
      return result.ok;
    } catch {
      setFailure({ kind: 'internal' });
      return false;
    } finally {
      setBusy(false);
    }
  }, []);

  const reset = useCallback(() => {
    setFailure(undefined);
    setWaitSeconds(0);
  }, []);

  return { busy, failure, waitSeconds, run, reset };
}
