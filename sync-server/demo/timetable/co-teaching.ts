import type { CoTeaching } from '../plan/extra-posts.ts';
import type { Random } from '../random.ts';
import type { PlacedHour } from './demand.ts';

/** An hour with everybody in the room: the teacher of the subject first. */
export interface StaffedHour extends PlacedHour {
  readonly teachers: readonly number[];
}

/** The week of a school: the hours of its classes, and those of groups who have another teacher in one of these hours. */
export interface StaffedWeek {
  readonly hours: readonly StaffedHour[];
  readonly beside: readonly StaffedHour[];
}

const NOT_SHARED = new Set(['Mensa', 'Religione cattolica']);

/** Puts support, laboratory and team teachers into hours in which they are free; a group beside the rest of its class has its teacher alone. */
export function addCoTeachers(
  placed: readonly PlacedHour[],
  wanted: readonly CoTeaching[],
  random: Random,
  beside: readonly PlacedHour[],
): StaffedWeek {
  const busy = new Set([...placed, ...beside].map((hour) => key(hour.teaching.teacher, hour)));
  const byClass = Map.groupBy(placed, (hour) => hour.class);
  const added = new Map<PlacedHour, number[]>();
  for (const { teacher, class: schoolClass, hours, subjects } of wanted) {
    let left = hours;
    for (const hour of random.shuffle(byClass.get(schoolClass) ?? [])) {
      if (left === 0) break;
      const { subject } = hour.teaching;
      const suits = subjects.length > 0 ? subjects.includes(subject) : !NOT_SHARED.has(subject);
      if (!suits || busy.has(key(teacher, hour))) continue;
      busy.add(key(teacher, hour));
      added.set(hour, [...(added.get(hour) ?? []), teacher]);
      left -= 1;
    }
  }
  const staffed = (hour: PlacedHour): StaffedHour => ({
    ...hour,
    teachers: [hour.teaching.teacher, ...(added.get(hour) ?? [])],
  });
  return { hours: placed.map(staffed), beside: beside.map(staffed) };
}

function key(teacher: number, hour: PlacedHour): string {
  return `${teacher}.${hour.slot.weekday}.${hour.slot.hour}`;
}
