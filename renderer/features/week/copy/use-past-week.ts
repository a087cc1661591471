import { useCallback, useEffect, useState } from 'react';
import type { ClassId } from '../../../../domain/base/ids.ts';
import type { PastWeek } from '../../../../domain/protocol/endpoints/register/past-week.ts';
import { readPastWeek } from '../../../../domain/protocol/endpoints/register/register-endpoints.ts';
import type { Api, ApiFailure } from '../../../data/api/api-request.ts';
import type { DaySpan } from '../span/address.ts';

/** A week of a class. */
interface Asked {
  readonly schoolClass: ClassId;
  readonly week: DaySpan;
}

/** What the school has told of a week of a class of a year that is over. */
export interface ToldWeek {
  readonly past: PastWeek | undefined;
  /** Why it was not told. */
  readonly failure: ApiFailure | undefined;
  again(): void;
}

/** Asks the school for a week of a class of a year that is over, which this device has not got; nothing where nothing is asked. */
export function usePastWeek(api: Api, asked: Asked | undefined): ToldWeek {
  const [attempt, setAttempt] = useState(0);
  const [told, setTold] = useState<{ readonly of: Asked } & Omit<ToldWeek, 'again'>>();
  useEffect(() => {
    if (!asked) return undefined;
    const abort = new AbortController();
    const query = { class: asked.schoolClass, from: asked.week.from };
    void api.ask(readPastWeek, { query, signal: abort.signal }).then((answer) => {
      if (abort.signal.aborted) return;
      setTold({
        of: asked,
        past: answer.ok ? answer.value : undefined,
        failure: answer.ok ? undefined : answer.failure,
      });
    });
    return () => abort.abort();
  }, [api, asked, attempt]);
  const again = useCallback(() => {
    setTold(undefined);
    setAttempt((count) => count + 1);
  }, []);
  const isOfThis = told !== undefined && told.of === asked;
  return { past: isOfThis ? told.past : undefined, failure: isOfThis ? told.failure : undefined, again };
}
