import { useEffect, useState, type RefObject } from 'react';
import { useLocation } from 'wouter';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import { schoolDayAndTime } from '../../../../domain/base/local-date.ts';
import type { Register } from '../../../data/register.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import { useClock } from '../../../data/use-clock.ts';
import { hourPath } from '../../../ui/routes.ts';
import { useViewValue } from '../../../ui/use-view.ts';
import { type TeacherDay, type TeacherHour, teacherDay } from '../../../views/hours/teacher-day.ts';
import { isInUse } from './in-use.ts';
import { isInRow, isSamePlace, mayGoOn, openingOf, placeOf, type Opening } from './opening.ts';

/** Kept with the address: its hour stayed on the screen although another one would have opened. Who unlocks is told too. */
const STAYS = { stays: true };

/** The day and the hour on the screen. */
export interface ShownHour {
  readonly now: ReturnType<typeof schoolDayAndTime>;
  readonly day: LocalDate;
  readonly teacherDay: TeacherDay | undefined;
  readonly place: HourPlace | undefined;
  /** The hour stayed although time went on: which one it is, the hour to open now if there is one, and whether the day is another one too. */
  readonly left:
    { readonly hour: TeacherHour; readonly next?: TeacherHour; readonly isOtherDay: boolean } | undefined;
}

interface Asked {
  /** The day in the address. */
  readonly day: LocalDate | undefined;
  /** The hour in the address. */
  readonly place: HourPlace | undefined;
}

interface Held extends Opening {
  readonly askedDay: LocalDate | undefined;
}

/**
 * Which hour is shown: the one in the address, else the one that opens by itself. What has opened stays, whatever the time, a new timetable or midnight
 * would open now, until somebody asks for another one; only an hour with nothing left to do gives way by itself.
 */
export function useShownHour(
  register: Register,
  asked: Asked,
  classPart: RefObject<HTMLElement | null>,
): ShownHour {
  const [, navigate] = useLocation();
  const now = schoolDayAndTime(useClock(register));
  const [held, setHeld] = useState<Held>();
  const isHeld = held !== undefined && !asked.place && held.askedDay === asked.day;
  const day = asked.day ?? (isHeld ? held.day : now.day);
  const ofTeacher = useViewValue(teacherDay, register, day);
  const time = day === now.day ? now.time : undefined;
  const opening = ofTeacher && openingOf(day, ofTeacher.hours, time);
  if (held && !isHeld) setHeld(undefined);
  if (!asked.place && !held && opening) setHeld({ ...opening, askedDay: asked.day });

  const shown = isHeld ? held : opening;
  const place = asked.place ?? (shown?.hour && placeOf(shown.hour));
  const hour = place && ofTeacher?.hours.find((each) => isInRow(each, place));
  const isOtherDay = asked.day === undefined && day !== now.day;
  const isPassedOver =
    isHeld && (isOtherDay || (opening !== undefined && !isSamePlace(openedBy(held), openedBy(opening))));
  useEffect(() => {
    if (!isPassedOver || !held) return;
    const decide = () => {
      const to = openedBy(held);
      // In a narrow window the list alone is seen: it has no class that could go from under the fingers.
      const isSeen = classPart.current?.checkVisibility() ?? false;
      const leaving = { held, hour, followsTime: held.askedDay === undefined, isInUse: isInUse() };
      if (!to || !isSeen || mayGoOn(leaving)) setHeld(undefined);
      else navigate(hourPath(to.day, to.schoolClass, to.hour), { replace: true, state: STAYS });
    };
    const timer = setTimeout(decide);
    return () => clearTimeout(timer);
  }, [isPassedOver, held, hour, classPart, navigate]);

  const isEnded = hour !== undefined && hasEnded(hour, now);
  const wasSeen = useSeenRunning(place, hour !== undefined && !isEnded);
  const stays = hour !== undefined && !isHeld && ((isEnded && wasSeen) || hasStayed());
  const isAsked = asked.place !== undefined;
  useEffect(() => {
    if (stays && isAsked && !hasStayed()) history.replaceState(STAYS, '');
  }, [stays, isAsked]);
  const next = time === undefined ? undefined : opening?.hour;
  const isNextOther = next !== undefined && !isInRow(next, place);
  return {
    now,
    day,
    teacherDay: ofTeacher,
    place,
    left:
      stays && (isNextOther || day < now.day)
        ? { hour, isOtherDay: day < now.day, ...(isNextOther ? { next } : {}) }
        : undefined,
  };
}

function openedBy({ hour }: Opening): HourPlace | undefined {
  return hour && placeOf(hour);
}

function hasEnded({ planned }: TeacherHour, now: ShownHour['now']): boolean {
  return planned.day < now.day || (planned.day === now.day && planned.end <= now.time);
}

/** Whether the hour on the screen was seen there before its end. */
function useSeenRunning(place: HourPlace | undefined, isRunning: boolean): boolean {
  const [seen, setSeen] = useState<HourPlace>();
  if (isRunning && !isSamePlace(seen, place)) setSeen(place);
  return place !== undefined && isSamePlace(seen, place);
}

function hasStayed(): boolean {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'stays' in state;
}
