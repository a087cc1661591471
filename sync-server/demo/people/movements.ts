import type { LocalDate } from '../../../domain/base/ids.ts';
import { localDate } from '../../../domain/base/local-date.ts';
import type { ClassPlan } from '../plan/school-plan.ts';
import type { PupilPlan } from './pupils.ts';

/** What happens to a pupil's enrolment during the year. */
export type Movement =
  | { readonly kind: 'arrives'; readonly on: LocalDate }
  | { readonly kind: 'leaves'; readonly on: LocalDate }
  | { readonly kind: 'changes'; readonly on: LocalDate; readonly to: number };

const ARRIVAL = localDate(2026, 11, 9);
const DEPARTURE = localDate(2026, 10, 30);
const CHANGE = localDate(2026, 10, 19);
/** Early enough to have hours in both classes for most of what is shown. */
const CHANGE_TO_PRINTED = localDate(2026, 10, 12);

/**
 * A few pupils come, go and change class after the year began; by their position, never in the class that is shown to everybody.
 *
 * @param taught the other classes of the printed teacher, one of which a pupil of a parallel class enters, so that the hours of before are seen
 */
export function planMovements(
  classes: readonly ClassPlan[],
  pupils: readonly PupilPlan[],
  showcase: number,
  taught: readonly number[],
): ReadonlyMap<number, Movement> {
  const movements = new Map<number, Movement>();
  const others = [...classes.keys()].filter((index) => index !== showcase && index !== showcase + 1);
  const nthPupil = (schoolClass: number | undefined, skip: number) => {
    const first = pupils.findIndex((pupil) => pupil.class === schoolClass);
    return first < 0 ? undefined : first + skip;
  };
  const set = (pupil: number | undefined, movement: Movement) => {
    if (pupil !== undefined && !movements.has(pupil)) movements.set(pupil, movement);
  };
  set(nthPupil(others[1], 4), { kind: 'leaves', on: DEPARTURE });
  set(nthPupil(others[2], 7), { kind: 'arrives', on: ARRIVAL });
  const parallelTo = (position: number) =>
    others.find(
      (index) =>
        !taught.includes(index) &&
        classes[index]?.level === classes[position]?.level &&
        classes[index]?.year === classes[position]?.year,
    );
  const entered = taught.find((index) => index !== showcase && parallelTo(index) !== undefined);
  if (entered !== undefined)
    set(nthPupil(parallelTo(entered), 5), { kind: 'changes', on: CHANGE_TO_PRINTED, to: entered });
  for (const from of others.slice(3)) {
    const plan = classes[from];
    const to = others.find(
      (index) =>
        index !== from && classes[index]?.level === plan?.level && classes[index]?.year === plan?.year,
    );
    if (to === undefined) continue;
    set(nthPupil(from, 2), { kind: 'changes', on: CHANGE, to });
    set(nthPupil(from, 9), { kind: 'changes', on: ARRIVAL, to });
    break;
  }
  return movements;
}
