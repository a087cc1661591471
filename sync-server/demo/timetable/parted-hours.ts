import { SECOND_LANGUAGES } from '../plan/second-languages.ts';
import type { Teaching } from '../plan/staffing.ts';
import { createBusy, type Busy } from './busy.ts';
import type { PlacedHour } from './demand.ts';

/** The hours of a timetable, those of a divided class parted in groups, and the hours of the groups beside them. */
export interface PartedHours {
  readonly placed: readonly PlacedHour[];
  readonly beside: readonly PlacedHour[];
}

/** Who can teach a second language, by its name. */
export type LanguageTeachers = ReadonlyMap<string, readonly number[]>;

/** An hour that may be put elsewhere in the week of its class. */
type Movable = { -readonly [Key in keyof PlacedHour]: PlacedHour[Key] };

/**
 * Parts the hours of the second language of divided classes: the group that learns another one has it at the same time with another
 * teacher. Where none of them is free the hour changes place with another one of the class in which everybody is.
 */
export function partLanguageHours(
  all: readonly PlacedHour[],
  divided: readonly number[],
  teachers: LanguageTeachers,
): PartedHours {
  const busy = createBusy(all.map(({ slot, teaching }) => ({ slot, teachers: [teaching.teacher] })));
  const placed: Movable[] = all.map((hour) => ({ ...hour }));
  const beside: PlacedHour[] = [];
  for (const position of divided) {
    const ofClass = placed.filter((hour) => hour.class === position);
    const own = SECOND_LANGUAGES.find(({ name }) => ofClass.some((hour) => isOf(hour, name)));
    const other = SECOND_LANGUAGES.find(({ code }) => own && code !== own.code);
    if (!own || !other) continue;
    const hours = ofClass.filter((hour) => isOf(hour, own.name));
    let known: number | undefined;
    for (const hour of hours) {
      const candidates = inOrder(teachers.get(other.name) ?? [], known);
      const teacher =
        candidates.find((one) => busy.isFree(one, hour.slot)) ?? movedFor(hour, ofClass, candidates, busy);
      // Of so few teachers that none is free in any hour, the class stays together.
      if (teacher === undefined) continue;
      known = teacher;
      busy.take(teacher, hour.slot);
      hour.group = own.code;
      const teaching: Teaching = { teacher, class: position, subject: other.name, hours: hours.length };
      beside.push({ class: position, slot: hour.slot, teaching, group: other.code });
    }
  }
  return { placed, beside };
}

/** Puts an hour where one of the candidates is free, in exchange for another hour of the class; undefined where that cannot be. */
function movedFor(
  hour: Movable,
  ofClass: readonly Movable[],
  candidates: readonly number[],
  busy: Busy,
): number | undefined {
  const mine = hour.teaching.teacher;
  for (const other of ofClass) {
    const theirs = other.teaching.teacher;
    if (other.group !== undefined || isOf(other, hour.teaching.subject) || isOf(other, 'Mensa')) continue;
    if (!busy.isFree(mine, other.slot) || !busy.isFree(theirs, hour.slot)) continue;
    const teacher = candidates.find((one) => one !== theirs && busy.isFree(one, other.slot));
    if (teacher === undefined) continue;
    busy.move(mine, hour.slot, other.slot);
    busy.move(theirs, other.slot, hour.slot);
    [hour.slot, other.slot] = [other.slot, hour.slot];
    return teacher;
  }
  return undefined;
}

function inOrder(candidates: readonly number[], known: number | undefined): readonly number[] {
  return known === undefined ? candidates : [known, ...candidates.filter((one) => one !== known)];
}

function isOf({ teaching }: PlacedHour, subject: string): boolean {
  return teaching.subject === subject;
}
