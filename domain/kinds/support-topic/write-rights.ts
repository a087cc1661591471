import { refuse } from '../../access/refusal.ts';
import { ok } from '../../base/result.ts';
import type { Decision, Write } from '../../record/kind.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { dayRefusal, isUnknownHour, mayTeach } from '../../school/written-hour.ts';
import { type SupportTopic } from './record.ts';

/** Who may write what was done with a pupil (D17): a support teacher who is assigned to that pupil, or to the class, for themselves alone. */
export function authorizeSupportTopic({
  actor,
  next,
  facts,
}: Write<SupportTopic, WriteFacts>): Decision<SupportTopic> {
  if (!mayTeach(actor, facts) || next.teacher !== actor.person) return refuse('forbidden');
  const { supports = [] } = facts;
  if (!supports.includes('class') && !supports.includes(next.pupil)) return refuse('forbidden');
  if (facts.enrolment === 'never') return refuse('forbidden');
  if (facts.enrolment === 'otherDays') return refuse('notEnrolled');
  if (isUnknownHour(next.hour, facts)) return refuse('invalid', 'hour');
  const fault = dayRefusal(next, facts, next.hour);
  return fault ? refuse(fault) : ok(next);
}
