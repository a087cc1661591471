import { map } from 'rxjs';
import { className } from '../../../domain/kinds/class/record.ts';
import type { ToDoSource } from '../../hosts/page.ts';
import { sectionPath } from '../../ui/routes.ts';
import { justificationsToDecide } from './view/justifications-to-decide.ts';

/** What families have sent and waits for whoever has the class in the first hour, or coordinates it (B.1, D89). */
export const justificationsToDo: ToDoSource = {
  id: 'justifications',
  order: 30,
  needs: 'teach',
  title: (t) => t('classAbsences.toDo.title'),
  items: (register) =>
    justificationsToDecide(register).pipe(
      map((all) =>
        all.map(({ schoolClass, today, count }) => ({
          id: schoolClass.id,
          count,
          to: sectionPath('absences', { schoolClass: schoolClass.id, day: today }),
          told: (t) => ({
            label: className(schoolClass),
            detail: t('classAbsences.toDo.sent', { count }),
          }),
        })),
      ),
    ),
};
