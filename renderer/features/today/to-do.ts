import { map } from 'rxjs';
import { className } from '../../../domain/kinds/class/record.ts';
import type { ToDoSource } from '../../hosts/page.ts';
import { hourPath } from '../../ui/routes.ts';
import { hoursToSign } from '../../views/teacher-day.ts';

/** Hours that are over and wait for a signature. */
export const hoursToDo: ToDoSource = {
  id: 'unsigned',
  order: 10,
  title: (t) => t('today.unsigned'),
  items: (register) =>
    hoursToSign(register).pipe(
      map((hours) =>
        hours.map(({ planned, schoolClass, subject }) => ({
          id: `${planned.day}.${planned.class}.${planned.hour}`,
          to: hourPath(planned.day, planned.class, planned.hour),
          told: (_t, format) => ({
            label: `${className(schoolClass)} · ${subject.name}`,
            detail: `${format.shortDay(planned.day)} · ${format.hour(planned.hour)}`,
          }),
        })),
      ),
    ),
};
