import { useCallback, useEffect, useState } from 'react';
import { fail, type Result } from '../../domain/base/result.ts';
import type { FailureText } from '../i18n/failures/failure-texts.ts';

/** Why a try did not succeed, as far as a form tells: the text of its kind, the reason beside it, and how long to wait. */
export interface AttemptFailure {
  readonly kind: FailureText;
  readonly reason?: string;
  readonly waitSeconds?: number;
}

/** State of the tries of a form: busy, the last failure, and the seconds until the next try is allowed. */
export interface Attempt {
  readonly busy: boolean;
  readonly failure: AttemptFailure | undefined;
  readonly waitSeconds: number;
  /** Runs a try; one that throws is answered as an internal failure. */
  run<T>(action: () => Promise<Result<T, AttemptFailure>>): Promise<Result<T, AttemptFailure>>;
  reset(): void;
  /** What was refused is being changed: its reason holds no longer. One that asks to wait stays until the time is over. */
  amend(): void;
}

/** Runs tries one at a time and counts down while further ones are refused. */
export function useAttempt(): Attempt {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AttemptFailure>();
  const [waitSeconds, setWaitSeconds] = useState(0);

  useEffect(() => {
    if (waitSeconds <= 0) return;
    const timer = setTimeout(() => setWaitSeconds((seconds) => seconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [waitSeconds]);

  const run = useCallback(async <T>(action: () => Promise<Result<T, AttemptFailure>>) => {
    setBusy(true);
    const result = await action().catch(() => fail<AttemptFailure>({ kind: 'internal' }));
    setFailure(result.ok ? undefined : result.failure);
    setWaitSeconds(result.ok ? 0 : Math.ceil(result.failure.waitSeconds ?? 0));
    setBusy(false);
    return result;
  }, []);

  const reset = useCallback(() => {
    setFailure(undefined);
    setWaitSeconds(0);
  }, []);

  const amend = useCallback(
    () => setFailure((known) => (known?.waitSeconds === undefined ? undefined : known)),
    [],
  );

  return { busy, failure, waitSeconds, run, reset, amend };
}
