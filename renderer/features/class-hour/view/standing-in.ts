import type { Lesson } from '../../../../domain/kinds/lesson/record.ts';
import { signatureOf } from '../../../../domain/kinds/lesson/signature-of.ts';
import { standsIn } from '../../../../domain/kinds/lesson/write-rights.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { PlannedHour } from '../../../../domain/school/timetable-day.ts';
import { keepsRoll, mayKeepRoll, mayStandIn, mayTeach } from '../../../../domain/school/written-hour.ts';
import { replacedIn } from '../../../../domain/school/who/stand-ins.ts';
import type { SchoolFacts } from '../../../data/school/school-facts.ts';
import { isSignedAway } from '../../../kinds/lesson/signed-away.ts';
import type { ClassHour } from './class-hour.ts';

/** How I stand to an hour that is not mine by the timetable: whom I stand in for, and whether I have to sign before I call its roll. */
export function standingIn(
  facts: SchoolFacts,
  { day, schoolClass, hour }: HourPlace,
  planned: PlannedHour | undefined,
  lesson: Lesson | undefined,
): Pick<ClassHour, 'standsIn' | 'isOfHourAlone' | 'replaced' | 'signFirst' | 'signedAway' | 'closed'> {
  const actor = facts.actor(day);
  const known = facts.writeFacts(schoolClass, day);
  const isSigned = lesson !== undefined && standsIn(actor, lesson);
  const assigned = facts.mySubstitutions(day).find((one) => one.class === schoolClass && one.hour === hour);
  const mayCall = isSigned || keepsRoll(actor, known, hour);
  // Whoever may not stand in signs nothing, and would be asked for it in vain.
  const signFirst = !mayCall && mayStandIn(actor, known);
  const isStandIn = isSigned || assigned !== undefined || (signFirst && !mayTeach(actor, known));
  if (!isStandIn) return {};
  const signature = signatureOf(lesson, facts.me);
  const said = signature?.replaces === undefined ? assigned : signature;
  const replaces = replacedIn(facts.me, said, planned?.teachers);
  const replaced = replaces === undefined ? undefined : facts.person(replaces);
  const isAway = lesson === undefined && isSignedAway(facts, { day, schoolClass, hour });
  return {
    standsIn: true,
    ...(mayKeepRoll(actor, known) ? {} : { isOfHourAlone: true }),
    ...(replaced ? { replaced } : {}),
    ...(signFirst ? { signFirst } : {}),
    ...(isAway ? { signedAway: true, closed: 'readOnly' } : {}),
  };
}
