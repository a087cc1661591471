import { refuse } from '../../access/refusal.ts';
import { equalJson } from '../../base/canonical-json.ts';
import { dayOfInstant } from '../../base/local-date.ts';
import { ok } from '../../base/result.ts';
import type { Decision, Write } from '../../record/kind.ts';
import { startYearOf } from '../../school/calendar.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { MOST_SYLLABUS_ITEMS, syllabusDay, type Syllabus } from './record.ts';

/**
 * Who may write a syllabus: whoever teaches the subject in the class on the day on which it is written, which is another one than that of
 * the record: the supply teacher of March goes on with it.
 */
export function authorizeSyllabus(write: Write<Syllabus, WriteFacts>): Decision<Syllabus> {
  const { actor, previous, next, facts } = write;
  const taught = facts.subjectsOn?.(dayOfInstant(next.recordedAt)) ?? [];
  if (!actor.roles.includes('teacher') || !taught.includes(next.subject)) return refuse('forbidden');
  if (next.day !== syllabusDay(startYearOf(next.day))) return refuse('invalid', 'day');
  const before = new Map(previous?.topics.map((item) => [item.id, item]));
  const changed = next.topics.filter((item) => !equalJson(item, before.get(item.id)));
  // Each topic says who changed it last: nobody changes one in a colleague's name.
  if (changed.some(({ by }) => by !== actor.person)) return refuse('forbidden', 'topics');
  if (isOverfull(write)) return refuse('invalid', 'topics');
  const names = new Set(next.topics.map(({ id }) => id));
  return names.size === next.topics.length ? ok(next) : refuse('invalid', 'topics');
}

/** Whether somebody adds to a syllabus that is full; what devices that did not know of each other have added is all kept. */
function isOverfull({ previous, started, next }: Write<Syllabus, WriteFacts>): boolean {
  if (started !== undefined) return false;
  return next.topics.length > Math.max(MOST_SYLLABUS_ITEMS, previous?.topics.length ?? 0);
}
