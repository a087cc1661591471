import { refuse } from '../../access/refusal.ts';
import { ok } from '../../base/result.ts';
import type { Decision, Write } from '../../record/kind.ts';
import { isLessonDay } from '../../school/calendar.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { isUnknownHour, mayTeach } from '../../school/written-hour.ts';
import { type PlannedLesson } from './record.ts';

/** Who may plan an hour (D122): a teacher of the class on its day, for themselves alone, and any lesson day of the year. */
export function authorizePlannedLesson({
  actor,
  next,
  facts,
}: Write<PlannedLesson, WriteFacts>): Decision<PlannedLesson> {
  if (!mayTeach(actor, facts) || next.teacher !== actor.person) return refuse('forbidden');
  if (next.subject !== undefined && !facts.subjects.includes(next.subject)) return refuse('forbidden');
  if (isUnknownHour(next.hour, facts)) return refuse('invalid', 'hour');
  return facts.year && isLessonDay(facts.year, next.day) ? ok(next) : refuse('noLessonDay');
}
