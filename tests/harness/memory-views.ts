import type { Instant, LocalDate } from '../../domain/base/ids.ts';
import { addDays, dayOfInstant } from '../../domain/base/local-date.ts';
import { attendanceDayId } from '../../domain/kinds/attendance-day/record.ts';
import type { BellHour } from '../../domain/kinds/bell-scheme/record.ts';
import { lessonId } from '../../domain/kinds/lesson/record.ts';
import {
  dayState,
  isShortLate,
  movesOverMaximum,
} from '../../domain/kinds/attendance-day/attendance-state.ts';
import { hasBegun, isInBegunBlock } from '../../domain/school/before-its-time.ts';
import { noLessonReason } from '../../domain/school/calendar.ts';
import type { HourMark } from '../../domain/kinds/attendance-day/hour-presence.ts';
import { pupilInHour, toldEvents, whoMarked } from '../../domain/kinds/attendance-day/pupil-in-hour.ts';
import type {
  ClassHour,
  HourPlace,
  KnownPeople,
  PupilHour,
  SchoolDay,
  TeacherDay,
} from '../../renderer/data/register.ts';
import { earlierHours } from '../../renderer/data/views/earlier-hours.ts';
import { otherMoves } from '../../renderer/data/views/other-moves.ts';
import { followingHours } from '../../renderer/data/views/own-signatures.ts';
import { changedAfterRollCall } from '../../renderer/data/views/roll-call-changes.ts';
import { seenElsewhere } from '../../renderer/data/views/seen-elsewhere.ts';
import {
  bell,
  classes,
  DAY,
  ME,
  plannedHours,
  pupilsOf,
  school,
  schoolYear,
  staff,
  subjects,
} from './school/demo-class.ts';
import type { MemoryState } from './school/written.ts';
import type { Scenario } from './scenario.ts';

/** Why nothing can be written on a day. */
export function closedReason(day: LocalDate, now: Instant): ClassHour['closed'] {
  if (noLessonReason(schoolYear, day)) return 'noLessonDay';
  return day > dayOfInstant(now) ? 'futureDay' : undefined;
}

/** The bell of an hour. */
export function bellOf(hour: number): BellHour {
  const found = bell.find((each) => each.hour === hour) ?? bell[0];
  if (!found) throw new Error('The harness has bells');
  return found;
}

function pupilHour(
  state: MemoryState,
  place: HourPlace,
  person: PupilHour['person'],
  changed: ReadonlySet<string> = new Set(),
): PupilHour {
  const attendance = state.attendance.get(attendanceDayId(place.day, person.id));
  const events = attendance?.events ?? [];
  const ofDay = { day: place.day, bells: bell };
  const told = toldEvents(events, bell);
  const day = dayState(told);
  const presence = pupilInHour(events, ofDay, bellOf(place.hour));
  const rolled = new Set(calledHours(state, place).map(({ hour }) => hour));
  const last = whoMarked(events, ofDay, bellOf(place.hour));
  const by = staff.find(({ id }) => id === last?.by);
  return {
    person,
    ...(attendance ? { attendance, times: attendance } : {}),
    state: dayState(events),
    mark: presence.mark,
    ...(presence.time === undefined ? {} : { time: presence.time }),
    ...(presence.isReturn ? { isReturn: presence.isReturn } : {}),
    also: presence.also,
    moves: otherMoves(told, presence),
    shortLate:
      day.arrival !== undefined &&
      day.arrival === presence.time &&
      isShortLate(day.arrival, bellOf(1).start, school.policies),
    movesOverMaximum: movesOverMaximum(told, school.policies),
    seen: seenElsewhere(events, ofDay, place.hour, rolled),
    changedAfterRollCall: changed.has(person.id),
    earlier: earlierHours(events, ofDay, place.hour, rolled),
    absentHalfUnits: 0,
    ...(last && last.by !== ME ? { markedBy: { at: last.at, ...(by ? { person: by } : {}) } } : {}),
  };
}

function calledHours(state: MemoryState, { day, schoolClass }: HourPlace): ClassHour['calledHours'] {
  return bell.flatMap(({ hour }) => {
    const rollCall = state.lessons.get(lessonId(day, hour, schoolClass))?.rollCall;
    return rollCall ? [{ hour, ...rollCall }] : [];
  });
}

/** Whether an hour has begun, as the product's own rule says. */
export function aheadOf(place: HourPlace, now: Instant): ClassHour['ahead'] {
  const { start } = bellOf(place.hour);
  if (hasBegun({ day: place.day, start }, now)) return undefined;
  const own = plannedHours(place.day)
    .filter((each) => each.class === place.schoolClass && each.teachers.includes(ME))
    .map(({ hour }) => hour);
  return isInBegunBlock(place, bell, own, now) ? 'block' : 'prepare';
}

function elsewhere(state: MemoryState, place: HourPlace): ClassHour['signedElsewhere'] {
  const isMine = (id: string) =>
    plannedHours(place.day).some(
      (each) => each.class === id && each.hour === place.hour && each.teachers.includes(ME),
    );
  return classes.flatMap((other) => {
    const lesson = state.lessons.get(lessonId(place.day, place.hour, other.id));
    const isSigned = lesson?.signatures.some(({ teacher }) => teacher === ME) ?? false;
    if (other.id === place.schoolClass || !isSigned || (isMine(other.id) && isMine(place.schoolClass)))
      return [];
    return [{ schoolClass: other, hour: place.hour, start: bellOf(place.hour).start }];
  });
}

/** One hour of one class, over what the memory holds. */
export function classHour(
  state: MemoryState,
  place: HourPlace,
  now: Instant,
  scenario: Scenario,
): ClassHour | undefined {
  const schoolClass = classes.find(({ id }) => id === place.schoolClass);
  const hour = bell.find((each) => each.hour === place.hour);
  if (!schoolClass || !hour) return undefined;
  const hours = plannedHours(place.day)
    .filter((each) => each.class === place.schoolClass)
    .toSorted((a, b) => a.hour - b.hour);
  const here = hours.find((each) => each.hour === place.hour);
  const mine = here?.teachers.includes(ME) ? here : undefined;
  const subject = subjects.find(({ id }) => id === here?.subject);
  const lesson = state.lessons.get(lessonId(place.day, place.hour, place.schoolClass));
  const attendance = [...state.attendance.values()].filter(
    ({ day, class: inClass }) => day === place.day && inClass === place.schoolClass,
  );
  const { day } = place;
  const changed = changedAfterRollCall(lesson?.rollCall, attendance, { day, hour: place.hour, bells: bell });
  const pupils = (pupilsOf.get(place.schoolClass) ?? []).map((person) =>
    pupilHour(state, place, person, changed),
  );
  const counts: Record<HourMark, number> = { present: 0, absent: 0, late: 0, exited: 0, outOfClass: 0 };
  for (const { mark, also } of pupils) for (const each of [mark, ...also]) counts[each] += 1;
  const closed = scenario.name === 'closed' ? 'windowClosed' : closedReason(place.day, now);
  const ahead = aheadOf(place, now);
  return {
    day: place.day,
    schoolClass,
    bell: hour,
    hours,
    bells: bell,
    mySubjects: subjects.slice(0, 2),
    pupils,
    counts,
    signatures: lesson?.signatures ?? [],
    signedByMe: lesson?.signatures.some(({ teacher }) => teacher === ME) ?? false,
    changesAfterRollCall: changed.size,
    calledHours: calledHours(state, place).filter((each) => each.hour !== place.hour),
    following: followingHours(
      ME,
      hours,
      [...state.lessons.values()].filter((each) => each.day === day && each.class === place.schoolClass),
      place.hour,
    ),
    mayRunAhead: false,
    signedElsewhere: elsewhere(state, place),
    ...(ahead && !closed ? { ahead } : {}),
    ...(mine ? { planned: mine } : {}),
    ...(subject ? { subject } : {}),
    ...(lesson ? { lesson, lessonTimes: lesson } : {}),
    ...(closed ? { closed } : {}),
    previousTopic: {
      day: addDays(DAY, -4),
      topic: 'Multipli e divisori: il minimo comune multiplo con la scomposizione in fattori primi',
    },
  };
}

/** The teacher's day, over what the memory holds. */
export function teacherDay(
  state: MemoryState,
  day: LocalDate,
  scenario: Scenario,
  today: LocalDate,
): TeacherDay {
  const noLesson = noLessonReason(schoolYear, day);
  const mine =
    scenario.name === 'empty' || scenario.name === 'unplanned'
      ? []
      : plannedHours(day).filter(({ teachers }) => teachers.includes(ME));
  const named = mine.flatMap((planned) => {
    const schoolClass = classes.find(({ id }) => id === planned.class);
    const subject = subjects.find(({ id }) => id === planned.subject);
    return schoolClass && subject ? [{ planned, schoolClass, subject }] : [];
  });
  return {
    day,
    ...(noLesson ? { noLesson } : {}),
    ...(scenario.name === 'unplanned' ? { missing: 'timetable' } : {}),
    hours: noLesson
      ? []
      : named.map((each) => {
          const place = { day, schoolClass: each.planned.class, hour: each.planned.hour };
          const lesson = state.lessons.get(lessonId(day, place.hour, place.schoolClass));
          const pupils = (pupilsOf.get(place.schoolClass) ?? []).map((person) =>
            pupilHour(state, place, person),
          );
          return {
            ...each,
            ...(lesson ? { lesson } : {}),
            signedByMe: lesson?.signatures.some(({ teacher }) => teacher === ME) ?? false,
            rollCallTaken: lesson?.rollCall !== undefined,
            absent: pupils.filter(({ mark }) => mark === 'absent').length,
            enrolled: pupils.length,
          };
        }),
    unsigned:
      scenario.name === 'empty' || day > today
        ? []
        : named.slice(0, 3).map((each, index) => ({
            ...each,
            planned: { ...each.planned, day: addDays(DAY, [-5, -4, -3][index] ?? -3) },
          })),
    classes: [...classes],
  };
}

/** The day of all classes, over what the memory holds. */
export function schoolDay(state: MemoryState, day: LocalDate, isPlanned: boolean): SchoolDay {
  const noLesson = noLessonReason(schoolYear, day);
  return {
    day,
    ...(noLesson ? { noLesson } : {}),
    ...(isPlanned ? {} : { missing: 'timetable' }),
    classes: classes.map((schoolClass) => {
      const pupils = pupilsOf.get(schoolClass.id) ?? [];
      return {
        schoolClass,
        hours: plannedHours(day)
          .filter((planned) => isPlanned && planned.class === schoolClass.id)
          .toSorted((a, b) => a.hour - b.hour)
          .map((planned) => {
            const lesson = state.lessons.get(lessonId(day, planned.hour, schoolClass.id));
            return {
              planned,
              signed: (lesson?.signatures.length ?? 0) > 0,
              rollCallTaken: lesson?.rollCall !== undefined,
            };
          }),
        bells: bell,
        absent: pupils.filter(
          ({ id }) => dayState(state.attendance.get(attendanceDayId(day, id))?.events ?? []).absent,
        ).length,
        enrolled: pupils.length,
      };
    }),
  };
}

/** Everybody whom the memory knows. */
export const knownPeople: KnownPeople = {
  pupils: classes.flatMap((schoolClass) =>
    (pupilsOf.get(schoolClass.id) ?? []).map((person) => ({ person, schoolClass })),
  ),
  teachers: staff,
};
