import type { HourMark } from '../../../../domain/kinds/attendance-day/hour-presence.ts';
import type { ClassHour } from '../view/class-hour.ts';

/** How far the presence of a class in an hour is known: its roll was confirmed, still can be, or can not: not yet, or not any more. */
export type RollStanding = 'called' | 'toCall' | 'notCalled';

/** The standing of the hour on the screen. */
export function rollStanding({ lesson, closed }: Pick<ClassHour, 'lesson' | 'closed'>): RollStanding {
  if (lesson?.rollCall) return 'called';
  return closed === undefined ? 'toCall' : 'notCalled';
}

/** Whether nobody has written what a mark would say: without a roll call whoever is not marked is not present, only not marked. */
export function isPresumed(mark: HourMark, standing: RollStanding): boolean {
  return mark === 'present' && standing !== 'called';
}
