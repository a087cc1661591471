import { map, type Observable } from 'rxjs';
import type { ClassId, Instant, LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { schoolDayAndTime } from '../../../domain/base/local-date.ts';
import { isClassExpected } from '../../../domain/kinds/class-movement/class-away.ts';
import { classMovementId, type ClassMovement } from '../../../domain/kinds/class-movement/record.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import { isSignedBy, signatureOf } from '../../../domain/kinds/lesson/signature-of.ts';
import { closedDayFault } from '../../../domain/school/limits/closed-period.ts';
import type { PlannedHour } from '../../../domain/school/timetable-day.ts';
import { dayRefusal } from '../../../domain/school/written-hour.ts';
import type { Register } from '../../data/register.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import { isSignedAway } from '../../kinds/lesson/signed-away.ts';

/** What an hour of mine still lacks: my signature, or once I have signed it what was done. */
type Lack = 'signature' | 'topic';

/** An hour of a class. */
type HourOfClass = Pick<PlannedHour, 'day' | 'class' | 'hour' | 'start' | 'end'>;

/** Of a class on a day, what the school has said of its coming and going; undefined where it has said nothing. */
export type MovementOf = (of: Pick<PlannedHour, 'class' | 'day'>) => ClassMovement | undefined;

/** What the school has said of the coming and going of classes (D106), live. Few at any school. */
export function classMovements({ find }: Pick<Register['records'], 'find'>): Observable<MovementOf> {
  return find('classMovement', {}).pipe(
    map((all) => {
      const byId = new Map(all.map((one) => [one.id, one]));
      return ({ class: id, day }: { readonly class: ClassId; readonly day: LocalDate }) =>
        byId.get(classMovementId(day, id));
    }),
  );
}

/**
 * What an hour of mine that is over lacks and can still be given, for every page that asks for it: the day and its list, Da fare, week,
 * month and the topics of a class. `lesson` is that of the hour, mine where it has several.
 */
export function lackOf(
  facts: SchoolFacts,
  hour: HourOfClass,
  { lesson, movementOf }: { readonly lesson: Lesson | undefined; readonly movementOf: MovementOf },
  at: Instant,
): Lack | undefined {
  const isOpen = () => isStillOpen(facts, hour, at);
  if (lesson && isSignedBy(lesson, facts.me))
    return lacksTopic(lesson, facts.me) && isOpen() ? 'topic' : undefined;
  const now = schoolDayAndTime(at);
  const hasEnded = hour.day < now.day || (hour.day === now.day && hour.end <= now.time);
  if (!hasEnded || facts.takerOf(hour) !== undefined || !isClassExpected(hour, movementOf(hour)))
    return undefined;
  const { day, class: schoolClass, hour: number } = hour;
  return !isSignedAway(facts, { day, schoolClass, hour: number }) && isOpen() ? 'signature' : undefined;
}

/** Signatures whose owner writes what was done: support has topics of its own. */
const WRITES_TOPIC: ReadonlySet<string> = new Set(['ordinary', 'coTeaching', 'substitution']);

/** Whether a lesson that somebody has signed does not say what was done, neither as topic nor as activity. */
export function lacksTopic(lesson: Lesson, teacher: PersonId): boolean {
  const mine = signatureOf(lesson, teacher);
  return mine !== undefined && WRITES_TOPIC.has(mine.type) && !lesson.topic.trim() && !lesson.activity.trim();
}

/** Whether an hour may still be written now (D19, D104, D107, D198): what nobody can do any more waits for nobody. */
export function isStillOpen(
  facts: SchoolFacts,
  { day, class: schoolClass, hour }: Pick<PlannedHour, 'day' | 'class' | 'hour'>,
  at: Instant,
): boolean {
  const known = facts.writeFacts(schoolClass, day);
  if (closedDayFault(day, known, at) !== undefined) return false;
  return dayRefusal({ day, recordedAt: at }, known, hour) === undefined;
}
