import type { Result } from '../../../domain/base/result.ts';
import { BATCH_LIMIT } from '../../../domain/protocol/batch.ts';
import type { ActReport } from '../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import type { ApiFailure } from './api-request.ts';

type Answer<T> = Promise<Result<T, ApiFailure>>;

/** Asks for many in portions, as many as a message takes; what was done before a failure is done. */
export async function inPortions<T, R>(
  all: readonly T[],
  ask: (portion: readonly T[]) => Answer<R>,
): Answer<readonly R[]> {
  const answers: R[] = [];
  for (let from = 0; from < all.length; from += BATCH_LIMIT) {
    const answer = await ask(all.slice(from, from + BATCH_LIMIT));
    if (!answer.ok) return answer;
    answers.push(answer.value);
  }
  return { ok: true, value: answers };
}

/** An act on many accounts in portions, reported as one. */
export async function actInPortions<T>(
  all: readonly T[],
  ask: (portion: readonly T[]) => Answer<ActReport>,
): Answer<ActReport> {
  const answer = await inPortions(all, ask);
  if (!answer.ok) return answer;
  const sum = (count: (report: ActReport) => number) =>
    answer.value.reduce((total, report) => total + count(report), 0);
  const waiting = sum((report) => report.waiting ?? 0);
  return {
    ok: true,
    value: {
      done: sum(({ done }) => done),
      ...(waiting > 0 ? { waiting } : {}),
      skipped: answer.value.flatMap(({ skipped }) => skipped),
    },
  };
}
