import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Instant } from '../../../../domain/base/ids.ts';
import { schoolDayAndTime } from '../../../../domain/base/local-date.ts';
import { hourAt } from '../../../../domain/kinds/attendance-day/hour-presence.ts';
import { classAt, type ClassAt } from '../../../../domain/kinds/class-movement/class-at.ts';
import { isClassExpected } from '../../../../domain/kinds/class-movement/class-away.ts';
import type { LessonHour } from '../../../../domain/school/lesson-hour.ts';
import type { HoursOfDay } from '../../../../domain/kinds/attendance-day/prepared-marks.ts';
import { pupilInHour, toldEvents } from '../../../../domain/kinds/attendance-day/pupil-in-hour.ts';
import { otherMoves } from '../view/other-moves.ts';
import type { Register } from '../../../data/register.ts';
import type { CalledHour, ClassHour, PupilHour } from '../view/class-hour.ts';
import { rollStanding, type RollStanding } from '../pupil/roll-standing.ts';

/** The time at which the page is printed: it may have stood open for an hour. */
export function usePrintTime(register: Register): Instant {
  const [printed, setPrinted] = useState<Instant>();
  useEffect(() => {
    // The sheet has to be drawn again before the printer takes it.
    const renew = () => flushSync(() => setPrinted(register.now()));
    globalThis.addEventListener('beforeprint', renew);
    return () => globalThis.removeEventListener('beforeprint', renew);
  }, [register]);
  const now = register.now();
  return printed !== undefined && printed > now ? printed : now;
}

/** What a printed list of a class stands for. */
export interface PrintMoment {
  readonly pupils: readonly PupilHour[];
  /** The hour that the states of the pupils are of. */
  readonly bell: ClassHour['bell'];
  /** The minute of printing; undefined for a list of another day, which is of the hour on the screen. */
  readonly time?: ReturnType<typeof schoolDayAndTime>['time'];
  /** Whether anybody has called the roll of that hour: else nobody is known to be in class. */
  readonly standing: RollStanding;
  /** The roll that the list rests on: that of its hour, else the last one of the day before it; none where nobody has called any. */
  readonly roll?: CalledHour;
  /** Today, outside every lesson hour. */
  readonly isBetween: boolean;
  /** Whether the class is at school then: today it may have been sent home, or its lessons may be over (D106). */
  readonly at: ClassAt;
}

type PrintedHour = Pick<
  ClassHour,
  'day' | 'bell' | 'bells' | 'mode' | 'pupils' | 'lesson' | 'closed' | 'calledHours' | 'movement'
>;

/**
 * Why there is nothing to print: a list of a day to come, or of an hour of another day that nobody called, would say of everybody what nobody
 * knows. Today there is always a list, if only one to be checked: an evacuation does not wait for a roll (D108).
 */
export function whyNoPrint(
  { day, lesson }: Pick<PrintedHour, 'day' | 'lesson'>,
  now: Instant,
): 'toCome' | 'notCalled' | undefined {
  const { day: today } = schoolDayAndTime(now);
  if (day > today) return 'toCome';
  return day < today && lesson?.rollCall === undefined ? 'notCalled' : undefined;
}

/** Today a list tells of the very minute, whatever hour is open on the screen: nobody looks for that in an evacuation (A4, D108). */
export function printMoment(
  hour: PrintedHour & { readonly hours: readonly LessonHour[] },
  now: Instant,
): PrintMoment {
  const { bell, pupils } = hour;
  const { day, time } = schoolDayAndTime(now);
  const of = (number: number) => rollOf(hour, number);
  const shown = { pupils, bell, standing: rollStanding(hour), ...of(bell.hour) };
  if (hour.day !== day) return { ...shown, isBetween: false, at: { kind: 'atSchool' } };
  const hours = hour.hours.some((each) => each.hour === bell.hour) ? hour.hours : [...hour.hours, bell];
  const current = hourAt(hours, time) ?? bell;
  const isOther = current.hour !== bell.hour;
  const isCalled = hour.calledHours.some((called) => called.hour === current.hour);
  const standing = isOther ? (isCalled ? 'called' : 'toCall') : shown.standing;
  // Whoever has called a class in an hour for which the school does not expect it has it there.
  const isThere = standing === 'called' && !isClassExpected(current, hour.movement);
  const moment = {
    time,
    isBetween: time < current.start || time >= current.end,
    at: classAt(hour.hours.length > 0 ? hours : hour.bells, isThere ? undefined : hour.movement, time),
  };
  if (!isOther) return { ...shown, ...moment };
  return {
    pupils: pupils.map((pupil) => inHour(pupil, hour, current)),
    bell: { ...bell, hour: current.hour, start: current.start, end: current.end },
    standing,
    ...of(current.hour),
    ...moment,
  };
}

function rollOf({ bell, lesson, calledHours }: PrintedHour, number: number): Pick<PrintMoment, 'roll'> {
  const own = lesson?.rollCall ? [{ hour: bell.hour, ...lesson.rollCall }] : [];
  const roll = [...calledHours, ...own]
    .filter(({ hour }) => hour <= number)
    .toSorted((a, b) => a.hour - b.hour)
    .at(-1);
  return roll ? { roll } : {};
}

function inHour(shown: PupilHour, ofDay: HoursOfDay, bell: LessonHour): PupilHour {
  const { time: ofScreen, isReturn: _ofScreen, ...pupil } = shown;
  const { events, arrival } = pupil.state;
  const presence = pupilInHour(events, ofDay, bell);
  const { mark, time, also, isReturn } = presence;
  return {
    ...pupil,
    mark,
    ...(time === undefined ? {} : { time }),
    ...(isReturn ? { isReturn } : {}),
    also,
    shortLate: pupil.shortLate && ofScreen === time && time === arrival,
    moves: otherMoves(toldEvents(events, ofDay.bells), presence),
  };
}
