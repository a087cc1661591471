import { combineLatest, type Observable } from 'rxjs';
import type { ClassId, LocalDate } from '../../domain/base/ids.ts';
import { classHour } from '../../renderer/features/class-hour/view.ts';
import { classTopics } from '../../renderer/features/class-topics/view.ts';
import { lessonsWithoutTopic } from '../../renderer/features/today/view/missing-topics.ts';
import { weekOf } from '../../renderer/features/week/span/address.ts';
import { taughtDays } from '../../renderer/features/week/view/taught-days.ts';
import type { Register } from '../../renderer/data/register.ts';
import { classJustifications } from '../../renderer/views/class-justifications.ts';
import { hoursToSign } from '../../renderer/views/hours/hours-to-sign.ts';
import { teacherDay } from '../../renderer/views/hours/teacher-day.ts';

/** Where a page is opened. */
export interface PagePlace {
  readonly day: LocalDate;
  readonly schoolClass: ClassId;
  readonly hour: number;
}

/** What a page asks of the register: its view, and whether what it gives is all that the page waits for. */
export interface PageView {
  /** What it shows: of a week each is opened once, of a class's year each class; of a day without it. */
  readonly of?: 'week' | 'year';
  readonly open: (register: Register, place: PagePlace) => Observable<unknown>;
}

/** A view of which only values are waited for in which everything is there. */
function view<T>(
  open: (register: Register, place: PagePlace) => Observable<T>,
  isWhole: (value: T) => boolean,
): PageView & { readonly isWhole: (value: unknown) => boolean } {
  // The cast: it is asked of what `open` gives alone.
  return { open, isWhole: (value) => isWhole(value as T) };
}

/** The pages of a teacher, by the names of their figures. */
export const PAGE_VIEWS = {
  today: view(
    (register, { day }) => teacherDay(register, day),
    ({ hours }) => hours.length > 0,
  ),
  'class hour': view(
    classHour,
    (hour) => (hour?.pupils.length ?? 0) > 0 && hour?.previousTopic !== undefined,
  ),
  absences: {
    ...view(
      (register, { schoolClass }) => classJustifications(register, schoolClass),
      (shown) => (shown?.open.length ?? 0) > 0,
    ),
    of: 'year',
  },
  week: {
    ...view(
      (register, { day }) => taughtDays(register, weekOf(day)),
      ({ days }) => days.some(({ hours }) => hours.some(({ topic }) => topic !== '')),
    ),
    of: 'week',
  },
  topics: {
    ...view(
      (register, place) => classTopics(register, { ...place, subject: undefined }),
      ({ done }) => done.length > 0,
    ),
    of: 'year',
  },
  // What waits of the hours of the last days; of a year in which everything is signed and written that is nothing.
  'to do': view(
    (register) => combineLatest([hoursToSign(register), lessonsWithoutTopic(register)]),
    () => true,
  ),
} satisfies Readonly<Record<string, PageView>>;

/** Name of a page whose view is measured: the class list is not, of which the view takes less than the clock tells. */
export type PageName = keyof typeof PAGE_VIEWS;
