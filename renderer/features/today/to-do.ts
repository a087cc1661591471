import { map } from 'rxjs';
import type { ClassId, LocalDate } from '../../../domain/base/ids.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { Subject } from '../../../domain/kinds/subject/record.ts';
import type { ToDoSource } from '../../hosts/page.ts';
import { joinedName } from '../../i18n/class-label.ts';
import { hourPath } from '../../ui/routes.ts';
import { lessonsWithoutTopic } from './view/missing-topics.ts';
import { DAYS_BACK, hoursToSign } from '../../views/hours/hours-to-sign.ts';
import type { ToDoItem } from '../../views/to-do.ts';

/** Hours that are over and wait for a signature. */
export const hoursToDo: ToDoSource = {
  id: 'unsigned',
  order: 10,
  title: (t) => t('today.unsigned'),
  note: (t) => t('today.lastDays', { count: DAYS_BACK }),
  items: (register) =>
    hoursToSign(register).pipe(
      map((hours) =>
        hours.map(({ planned, schoolClass, joined = [], subject }) =>
          itemOf(planned, [schoolClass, ...joined], subject),
        ),
      ),
    ),
};

/** Lessons that are signed and do not say what was done. */
export const topicsToDo: ToDoSource = {
  id: 'topics',
  order: 20,
  title: (t) => t('today.withoutTopic'),
  items: (register) =>
    lessonsWithoutTopic(register).pipe(
      map((lessons) =>
        lessons.map(({ lesson, schoolClass, joined = [], subject }) =>
          itemOf(lesson, [schoolClass, ...joined], subject),
        ),
      ),
    ),
};

function itemOf(
  { day, class: id, hour }: { readonly day: LocalDate; readonly class: ClassId; readonly hour: number },
  classes: readonly SchoolClass[],
  subject: Subject | undefined,
): ToDoItem {
  return {
    id: `${day}.${id}.${hour}`,
    to: hourPath(day, id, hour),
    told: (_t, format) => ({
      label: [joinedName(classes), ...(subject ? [subject.name] : [])].join(' · '),
      detail: `${format.shortDay(day)} · ${format.hour(hour)}`,
    }),
  };
}
