import type { Observable } from 'rxjs';
import type { ClassId, LocalDate } from '../../domain/base/ids.ts';
import { classHour } from '../../renderer/features/class-hour/view.ts';
import type { Register } from '../../renderer/data/register.ts';
import { classJustifications } from '../../renderer/views/class-justifications.ts';
import { teacherDay } from '../../renderer/views/teacher-day.ts';

/** Where a page is opened. */
export interface PagePlace {
  readonly day: LocalDate;
  readonly schoolClass: ClassId;
  readonly hour: number;
}

/** What a page asks of the register: its view, and whether what it gives is all that the page waits for. */
export interface PageView {
  /** It asks for a whole year of a class, whatever the day: each class is opened once. */
  readonly isOfYear?: true;
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
    isOfYear: true,
  },
} satisfies Readonly<Record<string, PageView>>;

/** Name of a page whose view is measured: the class list is not, of which the view takes less than the clock tells. */
export type PageName = keyof typeof PAGE_VIEWS;
