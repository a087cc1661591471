import { refuse } from '../../access/refusal.ts';
import { dayOfInstant } from '../../base/local-date.ts';
import { ok } from '../../base/result.ts';
import type { Decision, Write } from '../../record/kind.ts';
import { isFrozen } from '../../school/grading/frozen-period.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import type { EarlierGrade } from './record.ts';

/** Whoever has the subject in the new class says whether a grade of the old one counts (D81); all else stays as the server wrote it. */
export function authorizeEarlierGrade({
  actor,
  previous,
  next,
  facts,
}: Write<EarlierGrade, WriteFacts>): Decision<EarlierGrade> {
  const taught = facts.assesses?.(dayOfInstant(next.recordedAt)) ?? [];
  if (!previous || !actor.roles.includes('teacher') || !taught.includes(previous.subject))
    return refuse('forbidden');
  const { year } = facts;
  if (!year || isFrozen(year, previous.class, previous.day)) return refuse('periodClosed');
  const { author, entry, recordedAt, leftOut } = next;
  const { leftOut: _before, ...stands } = previous;
  return ok({ ...stands, author, entry, recordedAt, ...(leftOut === undefined ? {} : { leftOut }) });
}
