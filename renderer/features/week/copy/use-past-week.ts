import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ClassId } from '../../../../domain/base/ids.ts';
import type { PastWeek } from '../../../../domain/kinds/planned-lesson/past-week.ts';
import { readPastWeek } from '../../../../domain/protocol/endpoints/register/register-endpoints.ts';
import type { Api, ApiFailure } from '../../../data/api/api-request.ts';
import { readPastWeek as weekIn } from '../../../kinds/planned-lesson/past-week.ts';
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
  const wanted = useMemo(() => asked && { ...asked, attempt }, [asked, attempt]);
  const [told, setTold] = useState<{ readonly of: Asked } & Omit<ToldWeek, 'again'>>();
  useEffect(() => {
    if (!wanted) return undefined;
    const abort = new AbortController();
    const ask = async () => {
      const query = { class: wanted.schoolClass, from: wanted.week.from };
      const answer = await api.ask(readPastWeek, { query, signal: abort.signal });
      if (abort.signal.aborted) return;
      setTold({
        of: wanted,
        past: answer.ok ? weekIn(answer.value) : undefined,
        failure: answer.ok ? undefined : answer.failure,
      });
    };
    void ask();
    return () => abort.abort();
  }, [api, wanted]);
  const again = useCallback(() => {
    setTold(undefined);
    setAttempt((count) => count + 1);
  }, []);
  const isOfThis = told !== undefined && told.of === wanted;
  return { past: isOfThis ? told.past : undefined, failure: isOfThis ? told.failure : undefined, again };
}
