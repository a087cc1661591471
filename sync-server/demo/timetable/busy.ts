import type { Slot } from '../plan/bells.ts';

/** When the teachers of a school are in a room. */
export interface Busy {
  readonly isFree: (teacher: number, slot: Slot) => boolean;
  readonly take: (teacher: number, slot: Slot) => void;
  readonly move: (teacher: number, from: Slot, to: Slot) => void;
}

/** Knows who is where, from the hours of a timetable. */
export function createBusy(
  hours: readonly { readonly slot: Slot; readonly teachers: readonly number[] }[],
): Busy {
  const taken = new Set(hours.flatMap(({ slot, teachers }) => teachers.map((one) => keyOf(one, slot))));
  return {
    isFree: (teacher, slot) => !taken.has(keyOf(teacher, slot)),
    take: (teacher, slot) => taken.add(keyOf(teacher, slot)),
    move: (teacher, from, to) => {
      taken.delete(keyOf(teacher, from));
      taken.add(keyOf(teacher, to));
    },
  };
}

/** Teachers of a level meet its hours alone, so that the number of an hour says when it is. */
function keyOf(teacher: number, { weekday, hour }: Slot): string {
  return `${teacher}.${weekday}.${hour}`;
}
