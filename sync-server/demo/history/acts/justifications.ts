import { must } from '../../../../domain/base/assert.ts';
import type { ClassId, LocalDate, PersonId } from '../../../../domain/base/ids.ts';
import { modeOf } from '../../../../domain/kinds/attendance-day/attendance-mode.ts';
import type { AttendanceDay } from '../../../../domain/kinds/attendance-day/record.ts';
import type { JustificationAct, Justification } from '../../../../domain/kinds/justification/record.ts';
import { justificationId } from '../../../../domain/kinds/justification/record.ts';
import type { Permit } from '../../../../domain/kinds/permit/record.ts';
import { DEFAULT_POLICIES } from '../../../../domain/kinds/school/record.ts';
import { isPermitted } from '../../../../domain/justifications/authorised-times.ts';
import { itemsOfDay, type RequiredItem } from '../../../../domain/justifications/day-items.ts';
import type { LessonHour } from '../../../../domain/school/lesson-hour.ts';
import type { Random } from '../../random.ts';
import { instantAt } from '../../school-clock.ts';
import type { Stamp } from '../../stamp.ts';
import type { HistorySource } from '../history-source.ts';
import { actsOf, courseOf, type Course, type JustifyPlan, type PlannedAct } from './justify-item.ts';

/** What is known of the days that were held when the justifications of them are invented. */
export interface HeldDays {
  /** The lesson days up to yesterday. */
  readonly days: readonly LocalDate[];
  readonly attendance: readonly AttendanceDay[];
  readonly permits: readonly Permit[];
  readonly bellsOf: (schoolClass: ClassId, day: LocalDate) => readonly LessonHour[];
  /** Who had the class in its first hour, and the minute at which it began. */
  readonly firstHour: (
    schoolClass: ClassId,
    day: LocalDate,
  ) => Omit<JustifyPlan['returns'][number], 'day'> | undefined;
}

/** What was done about absences, late entries and exits, in every state (B.1). */
export function inventJustifications(
  source: HistorySource,
  held: HeldDays,
  stamp: Stamp,
  random: Random,
): readonly Justification[] {
  const order = new Map(held.days.map((day, index) => [day, index]));
  const permits = Map.groupBy(held.permits, ({ day, pupil }) => `${day} ${pupil}`);
  const now = instantAt(source.today, 0);
  const isOver = source.year.closedOn !== undefined;

  const itemsOf = ({ day, class: id, pupil, events }: AttendanceDay): readonly RequiredItem[] =>
    itemsOfDay(events, {
      day,
      hours: held.bellsOf(id, day),
      mode: modeOf(source.year),
      policies: DEFAULT_POLICIES,
      isExcused: (item) => isPermitted(item, permits.get(`${day} ${pupil}`) ?? []),
    }).filter(({ isRequired }) => isRequired);

  const record = (day: AttendanceDay, acts: readonly PlannedAct[]): readonly Justification[] => {
    const done: JustificationAct[] = [];
    for (const { isAnswer, ...act } of acts.toSorted((a, b) => a.at.localeCompare(b.at))) {
      if (act.at >= now) break;
      const { entry } = stamp.envelope(act.by, act.at);
      const answered = done.findLast((one) => one.item === act.item && one.time === act.time);
      if (isAnswer && !answered) continue;
      done.push({ ...act, id: entry, ...(isAnswer && answered ? { answers: answered.id } : {}) });
    }
    const last = done.at(-1);
    if (!last) return [];
    return [
      {
        ...stamp.envelope(last.by, last.at),
        id: justificationId(day.day, day.pupil),
        kind: 'justification',
        day: day.day,
        class: day.class,
        pupil: day.pupil,
        acts: done,
      },
    ];
  };

  /** The first hours of the days from one on, as long as there are any. */
  const hoursFrom = (id: ClassId, index: number, isAbsent: (day: LocalDate) => boolean) =>
    held.days.slice(index, index + 8).flatMap((day) => {
      const hour = isAbsent(day) ? undefined : held.firstHour(id, day);
      return hour ? [{ day, ...hour }] : [];
    });

  const ofPupil = (pupil: PersonId, own: readonly AttendanceDay[]): readonly Justification[] => {
    const guardian = source.guardianOf.get(pupil);
    const absent = new Set(
      own.filter(({ events }) => events.every(({ kind }) => kind === 'absent')).map(({ day }) => day),
    );
    const isAbsent = (day: LocalDate) => absent.has(day);
    // One reason, and one way of things, for days on end (D84).
    let group:
      | { readonly course: Course; readonly lastDay: LocalDate; readonly seed: readonly PlannedAct[] }
      | undefined;
    return own.flatMap((day) => {
      const index = must(order.get(day.day), 'a lesson day');
      const acts = itemsOf(day).flatMap((item): readonly PlannedAct[] => {
        if (item.item !== 'absence') {
          const returns = hoursFrom(day.class, index + 1, isAbsent);
          const plan = { item, lastDay: day.day, guardian, returns };
          return actsOf(plan, courseOf(held.days.length - 1 - index, isOver, random), random);
        }
        const isNext = index > 0 && isAbsent(held.days[index - 1] ?? day.day) && group !== undefined;
        if (!isNext || group === undefined) {
          let last = index;
          while (isAbsent(held.days[last + 1] ?? day.day) && last + 1 < held.days.length) last += 1;
          const lastDay = held.days[last] ?? day.day;
          const course = courseOf(held.days.length - 1 - last, isOver, random);
          const returns = hoursFrom(day.class, last + 1, isAbsent);
          group = { course, lastDay, seed: actsOf({ item, lastDay, guardian, returns }, course, random) };
        }
        return group.seed;
      });
      if (!isAbsent(day.day)) group = undefined;
      return record(day, acts);
    });
  };

  return [...Map.groupBy(held.attendance, ({ pupil }) => pupil)].flatMap(([pupil, own]) =>
    ofPupil(
      pupil,
      own.toSorted((a, b) => a.day.localeCompare(b.day)),
    ),
  );
}
