import { refuse } from '../../access/refusal.ts';
import { dayOfInstant } from '../../base/local-date.ts';
import { ok } from '../../base/result.ts';
import type { Decision, Write } from '../../record/kind.ts';
import { isFrozen } from '../../school/grading/frozen-period.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { emptiedCopy, type EarlierGrade } from './record.ts';
import { earlierGradeId } from '../../record/grade-key.ts';

/**
 * Whoever has the subject in the new class says whether a grade of the old one counts (D81); all else stays as the server wrote it. Of a copy that a store put back
 * lacks (ADR 12) nothing else comes back.
 */
export function authorizeEarlierGrade({
  actor,
  previous,
  next,
  facts,
}: Write<EarlierGrade, WriteFacts>): Decision<EarlierGrade> {
  const taught = facts.assesses?.(dayOfInstant(next.recordedAt)) ?? [];
  const of = previous ?? broughtBack(next, facts);
  if (!of || !actor.roles.includes('teacher') || !taught.includes(of.subject)) return refuse('forbidden');
  const { year } = facts;
  if (!year || isFrozen(year, of.class, of.day)) return refuse('periodClosed');
  const { author, entry, recordedAt, leftOut } = next;
  const { leftOut: _before, ...stands } = of;
  return ok({ ...stands, author, entry, recordedAt, ...(leftOut === undefined ? {} : { leftOut }) });
}

/** What comes back of a copy: that it is left out, until its pupil has gone over again and the server makes the rest anew. */
function broughtBack(
  copy: EarlierGrade,
  { sendsAgain = false, scaleOf }: Pick<WriteFacts, 'sendsAgain' | 'scaleOf'>,
): EarlierGrade | undefined {
  const { id, grade, class: schoolClass, subject, scale, pupil, leftOut } = copy;
  const isOfPupil = grade.endsWith(`.${pupil}`) && id === earlierGradeId(grade, schoolClass);
  const isBrought = sendsAgain && leftOut === true && isOfPupil && scaleOf?.(subject) === scale;
  return isBrought ? emptiedCopy(copy) : undefined;
}
