import { minutesToTime } from '../../../domain/base/local-date.ts';
import type { BellHour, BellScheme } from '../../../domain/kinds/bell-scheme/record.ts';
import type { SchoolLevel } from '../../../domain/kinds/school/record.ts';
import type { ClassPlan } from './school-plan.ts';
import { COURSES } from './curriculum.ts';

/** A bell scheme to be made. */
export interface BellPlan extends Pick<BellScheme, 'name' | 'weekdays' | 'hours'> {
  readonly level: SchoolLevel;
}

/** Weekday and hour of a lesson. */
export interface Slot {
  readonly weekday: number;
  readonly hour: number;
}

/** The hour of lunch in primary school. */
export const LUNCH_HOUR = 5;

const START_8_00 = 480;
const SHORT_WEEK = [1, 2, 3, 4, 5] as const;

/** The bell schemes of the demonstration schools: hours of 60, 55 and 50 minutes. */
export const BELL_PLANS: readonly BellPlan[] = [
  { name: 'Primaria', level: 'primary', weekdays: SHORT_WEEK, hours: bellHours(START_8_00 + 30, 60, 8) },
  {
    name: 'Secondaria di primo grado',
    level: 'lowerSecondary',
    weekdays: SHORT_WEEK,
    hours: bellHours(START_8_00, 55, 6, { after: 3, minutes: 10 }),
  },
  {
    name: 'Lunedì–venerdì',
    level: 'upperSecondary',
    weekdays: SHORT_WEEK,
    hours: bellHours(START_8_00 + 10, 60, 6),
  },
  { name: 'Sabato', level: 'upperSecondary', weekdays: [6], hours: bellHours(START_8_00 + 10, 50, 5) },
];

/** The weekly hours in which a class has lessons, in the order of the week. */
export function classSlots(plan: ClassPlan): readonly Slot[] {
  const hoursOn = (weekday: number): readonly number[] => {
    if (plan.level === 'lowerSecondary') return range(6);
    if (plan.level === 'upperSecondary')
      return weekday > 5 ? (plan.year > 2 ? range(5) : range(4)) : upperHours(plan.year, weekday);
    if (plan.course === COURSES.fullTime) return range(8);
    const afternoon = weekday === 2 || (weekday === 4 && plan.year >= 4);
    return afternoon ? [...range(4), LUNCH_HOUR, 6, 7, 8] : range(5);
  };
  const days = plan.level === 'upperSecondary' ? [...SHORT_WEEK, 6] : SHORT_WEEK;
  return days.flatMap((weekday) => hoursOn(weekday).map((hour) => ({ weekday, hour })));
}

/** Whether a slot is the lunch of a class: in the short primary week only on days with an afternoon. */
export function isLunch(plan: ClassPlan, slot: Slot): boolean {
  if (plan.level !== 'primary' || slot.hour !== LUNCH_HOUR) return false;
  if (plan.course === COURSES.fullTime) return true;
  return slot.weekday === 2 || (slot.weekday === 4 && plan.year >= 4);
}

function upperHours(year: number, weekday: number): readonly number[] {
  // 30 hours are five a day; the 27 of the first two years leave three days with four.
  return year > 2 || weekday % 2 === 1 ? range(5) : range(4);
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function bellHours(
  start: number,
  minutes: number,
  count: number,
  pause?: { readonly after: number; readonly minutes: number },
): readonly BellHour[] {
  return range(count).map((hour) => {
    const from = start + (hour - 1) * minutes + (pause && hour > pause.after ? pause.minutes : 0);
    return { hour, start: minutesToTime(from), end: minutesToTime(from + minutes), halfUnits: 2 };
  });
}
