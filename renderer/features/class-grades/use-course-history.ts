import { useCallback, useState } from 'react';
import { useStore } from 'zustand';
import { fail, ok } from '../../../domain/base/result.ts';
import type { GradebookDone, WayBack } from '../../hosts/grade-forms/grade-form.ts';
import { useScaleTexts } from '../../i18n/scale-texts.ts';
import {
  createHistory,
  noteAct,
  replayAct,
  type ActWay,
  type GridAct,
  type GridHistory,
} from '../../ui/grid/model/history.ts';
import type { CourseGrades } from './view/course-grades.ts';
import { useUntilTold } from './write/use-until-told.ts';
import { failureText } from '../../views/failure-text.ts';

/** What was done in a course, in its cells and in its dialogs: one history, taken back in one order. */
export interface CourseHistory {
  readonly history: GridHistory;
  /** Notes what was done beside the cells. */
  readonly note: (done: Pick<GradebookDone, 'said' | 'undo'>) => void;
  /** Where the grid is not on the screen: takes back what was done last, or does it again, if that was beside the cells. */
  readonly replay: (way: 'undo' | 'redo') => void;
  /** What a dialog did last and still stands, in words, and whether nothing was done since; undefined once it is dismissed. */
  readonly said: { readonly text: string; readonly isLast: boolean } | undefined;
  readonly dismiss: () => void;
}

/** Keeps the history of a course. */
export function useCourseHistory(course: CourseGrades, announce: (text: string) => void): CourseHistory {
  const { t } = useScaleTexts();
  const [history] = useState(createHistory);
  const [dismissed, setDismissed] = useState<GridAct>();
  const untilTold = useUntilTold(course);
  const steps = useStore(history, ({ done }) => done);
  const note = useCallback(
    ({ said, undo }: Pick<GradebookDone, 'said' | 'undo'>) => {
      const wayOf =
        (back: WayBack): ActWay =>
        async () => {
          const told = untilTold();
          const result = await back();
          if (!result.ok) return fail(failureText(result.failure, t));
          // What is taken back next finds its cells as they stand now.
          await told();
          const { undo: wayOn } = result.value;
          return ok(wayOn && wayOf(wayOn));
        };
      noteAct(history, { said, way: wayOf(undo) });
      announce(said);
    },
    [history, untilTold, announce, t],
  );
  const replay = useCallback(
    async (way: 'undo' | 'redo') => {
      const { done, undone } = history.getState();
      const step = (way === 'undo' ? done : undone).at(-1);
      if (!step || !('act' in step)) return;
      const { said, fault } = replayAct(history, step, way);
      announce((await fault) ?? t(way === 'undo' ? 'grid.actUndone' : 'grid.actRedone', { said }));
    },
    [history, announce, t],
  );
  const last = steps.findLast((step) => 'act' in step);
  const isShown = last !== undefined && last.act !== dismissed;
  return {
    history,
    note,
    replay: (way) => void replay(way),
    said: isShown ? { text: last.act.said, isLast: last === steps.at(-1) } : undefined,
    dismiss: () => setDismissed(last?.act),
  };
}
