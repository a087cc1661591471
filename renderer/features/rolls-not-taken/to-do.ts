import { distinctUntilChanged, map, switchMap } from 'rxjs';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { className } from '../../../domain/kinds/class/record.ts';
import { minutes } from '../../data/minutes.ts';
import type { ToDoSource } from '../../hosts/page.ts';
import { partText } from '../../kinds/lesson/part-text.ts';
import { hourPath, ROLLS_PATH } from '../../ui/routes.ts';
import type { ToDoItem } from '../../views/to-do.ts';
import { rollsNotTaken } from './view.ts';
import { signedWithoutRoll } from './view/signed-without-roll.ts';

/** One's own lessons that are signed, and whose roll is not called. */
export const myRollsToDo: ToDoSource = {
  id: 'rolls',
  order: 15,
  needs: 'teach',
  title: (t) => t('rollsNotTaken.toDo.mine'),
  items: (register) =>
    signedWithoutRoll(register).pipe(
      map((all) =>
        all.map(({ lesson: { id, day, class: of, hour, group }, schoolClass, part }): ToDoItem => ({
          id,
          to: hourPath(day, of, hour, group),
          told: (t, format) => ({
            label: [className(schoolClass), ...(part ? [partText(part, t)] : [])].join(' · '),
            detail: `${format.shortDay(day)} · ${format.hour(hour)}`,
          }),
        })),
      ),
    ),
};

/** The rolls of today that nobody has called although their lesson is over, for whoever follows the classes: one line, which opens their page. */
export const rollsOfClassesToDo: ToDoSource = {
  id: 'rolls-of-classes',
  order: 25,
  needs: 'superviseClasses',
  title: (t) => t('rollsNotTaken.title'),
  items: (register) =>
    minutes(register.now).pipe(
      map(dayOfInstant),
      distinctUntilChanged(),
      switchMap((today) => rollsNotTaken(register, today, 'classes')),
      map(({ missing }) => missing.filter(({ isRunning }) => !isRunning)),
      map((over): readonly ToDoItem[] =>
        over.length === 0
          ? []
          : [
              {
                id: 'today',
                to: ROLLS_PATH,
                told: (t) => ({
                  label: t('rollsNotTaken.toDo.today', { count: over.length }),
                  detail: t('rollsNotTaken.toDo.classes', {
                    count: new Set(over.map(({ schoolClass }) => schoolClass.id)).size,
                  }),
                }),
              },
            ],
      ),
    ),
};
