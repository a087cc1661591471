import { useCallback, useEffect, useState } from 'react';
import type { Result } from '../../../../domain/base/result.ts';
import type { ApiFailure } from '../../../data/api/api-request.ts';

/** What the school answered last, and the way to ask again. */
export interface OfficeData<T> {
  readonly data: T | undefined;
  /** Why the last try failed; what was loaded before stays. */
  readonly failure: ApiFailure | undefined;
  reload(): Promise<void>;
}

/** Loads something of the office while its page is on the screen; give the same function until the question changes. */
export function useOfficeData<T>(
  load: (signal?: AbortSignal) => Promise<Result<T, ApiFailure>>,
): OfficeData<T> {
  const [data, setData] = useState<T>();
  const [failure, setFailure] = useState<ApiFailure>();
  const ask = useCallback(
    async (signal?: AbortSignal) => {
      const answer = await load(signal);
      if (signal?.aborted) return;
      if (answer.ok) setData(answer.value);
      setFailure(answer.ok ? undefined : answer.failure);
    },
    [load],
  );
  useEffect(() => {
    const abort = new AbortController();
    const begin = () => void ask(abort.signal);
    begin();
    return () => abort.abort();
  }, [ask]);
  const reload = useCallback(() => ask(), [ask]);
  return { data, failure, reload };
}
