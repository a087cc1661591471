import { map } from 'rxjs';
import { className } from '../../../domain/kinds/class/record.ts';
import type { ToDoSource } from '../../hosts/page.ts';
import { sectionPath } from '../../ui/routes.ts';
import { justificationsDue } from './view/justifications-due.ts';

/** What waits of a class, in the order in which it is told. */
const WAITS = ['sent', 'warned', 'reminded'] as const;

/** What families have sent and waits for whoever has the class in the first hour, or coordinates it (B.1, D89), and what nobody has justified (D88). */
export const justificationsToDo: ToDoSource = {
  id: 'justifications',
  order: 30,
  needs: 'teach',
  title: (t) => t('classAbsences.toDo.title'),
  items: (register) =>
    justificationsDue(register).pipe(
      map((all) =>
        all.flatMap(({ schoolClass, today, count }) =>
          WAITS.filter((what) => count[what] > 0).map((what) => ({
            id: `${schoolClass.id}/${what}`,
            count: count[what],
            to: sectionPath('absences', { schoolClass: schoolClass.id, day: today }),
            told: (t) => ({
              label: className(schoolClass),
              detail: t(`classAbsences.toDo.${what}`, { count: count[what] }),
            }),
          })),
        ),
      ),
    ),
};
