import { refuse } from '../../access/refusal.ts';
import { ok } from '../../base/result.ts';
import type { Decision, Write } from '../../record/kind.ts';
import { isLessonDay } from '../../school/calendar.ts';
import { isTooFarBack } from '../../school/limits/days-back.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { mayKeepRoll } from '../../school/written-hour.ts';
import { leavesBeforeComing, movesOutsideBells } from './class-away.ts';
import { type ClassMovement } from './record.ts';

/** Who may write that a class comes late or leaves early (D106): who keeps its roll (F.5), also for lesson days to come. */
export function authorizeClassMovement({
  actor,
  next,
  facts,
}: Write<ClassMovement, WriteFacts>): Decision<ClassMovement> {
  if (!mayKeepRoll(actor, facts)) return refuse('forbidden');
  if (!facts.year || !isLessonDay(facts.year, next.day)) return refuse('noLessonDay');
  if (isTooFarBack(next.day, next.recordedAt, facts)) return refuse('windowClosed');
  const isWrong = leavesBeforeComing(next) || movesOutsideBells(next, facts.hours);
  return isWrong ? refuse('invalid', 'expected') : ok(next);
}
