import { refuse } from '../../access/refusal.ts';
import { ok } from '../../base/result.ts';
import type { Decision, Write } from '../../record/kind.ts';
import { isTooFarBack } from '../../school/limits/days-back.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { isUnknownHour, mayKeepRoll } from '../../school/written-hour.ts';
import { daysElsewhere, elsewhereFault, firstChangedDay, elsewhereOn } from './elsewhere-on.ts';
import { isOneTooMany, meetsAnother } from './other-times.ts';
import type { PresenceElsewhere } from './record.ts';

/**
 * Who may write that a pupil is elsewhere (D98): who keeps the roll of the class in which the pupil is on the first day (F.5). Days to come are allowed,
 * and days without lessons too: a placement goes on over a Saturday. Nobody is elsewhere twice at one time; where two records say so already, either is still ended.
 */
export function authorizePresenceElsewhere({
  actor,
  previous,
  next,
  facts,
}: Write<PresenceElsewhere, WriteFacts>): Decision<PresenceElsewhere> {
  if (!mayKeepRoll(actor, facts) || facts.enrolment === 'never') return refuse('forbidden');
  if (facts.enrolment === 'otherDays') return refuse('notEnrolled');
  if (!facts.year) return refuse('noLessonDay');
  const changed = firstChangedDay(previous, next);
  // A placement that began long ago may still be ended: the days that have been are left as they were.
  if (changed !== undefined && isTooFarBack(changed, next.recordedAt, facts)) return refuse('windowClosed');
  const { fromHour } = next.during;
  if (fromHour !== undefined && isUnknownHour(fromHour, facts)) return refuse('invalid', 'during');
  const fault = elsewhereFault(next);
  if (fault) return refuse(fault.reason, fault.path);
  const { othersElsewhere = [], hours, sendsAgain = false } = facts;
  // What comes again to a store that was put back stood there before.
  if (!sendsAgain && !previous && isOneTooMany(next, othersElsewhere)) return refuse('tooManyActs');
  if (!sendsAgain && meetsAnother(previous, next, othersElsewhere, hours))
    return refuse('elsewhere', 'during');
  return isOfAbsentPupil(next, facts) ? refuse('markedAbsent', 'during') : ok(next);
}

/** Whether the pupil is marked absent on one of the days while the school would have them elsewhere (D98). */
function isOfAbsentPupil(record: PresenceElsewhere, { isMarkedAbsent, hours }: WriteFacts): boolean {
  if (isMarkedAbsent === undefined) return false;
  return daysElsewhere(record).some((day) => {
    const during = elsewhereOn(record, day, hours);
    return during !== undefined && isMarkedAbsent(day, during);
  });
}
