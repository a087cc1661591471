import { fail, ok, type Result } from '../../../../domain/base/result.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { oneAct, type StoppedAct } from '../../../data/commands/one-act.ts';
import type { CommandResult } from '../../../data/commands/outcome.ts';
import { changeAssessment, makeAssessment, type Course } from '../../../kinds/assessment/commands.ts';
import { writeGrade } from '../../../kinds/grade/commands.ts';
import { changeOfAssessment, type SaidAssessment } from './assessment-draft.ts';
import type { MovedMark } from './moved-marks.ts';

/** What a saved form comes to: the column, and one way back from all that was done; none where nothing was. */
export interface SavedAssessment {
  readonly assessment: Assessment;
  readonly undo: (() => Promise<CommandResult>) | undefined;
}

/** What the commands of a column ask of the register. */
type Writer = Parameters<typeof changeAssessment>[0];

/** Makes a column of what a form says. */
export async function saveNew(
  register: Writer,
  course: Course,
  said: SaidAssessment,
): Promise<Result<SavedAssessment, StoppedAct>> {
  const made = await makeAssessment(register, course, said);
  return made.ok ? ok(made.value) : fail({ failure: made.failure, pupil: undefined });
}

/**
 * Changes what a form says otherwise of a column, also its place, as one act: where it cannot go, or a reason is owed (D78), nothing is changed at all (D48).
 *
 * @param moved the marks that go to another day with it, once somebody has confirmed those of the absent (D49)
 */
export async function saveKnown(
  register: Writer,
  known: Assessment,
  { reason, ...said }: SaidAssessment & { readonly reason?: string },
  moved: readonly MovedMark[],
): Promise<Result<SavedAssessment, StoppedAct>> {
  const change = changeOfAssessment(known, said);
  if (Object.keys(change).length === 0) return ok({ assessment: known, undo: undefined });
  let assessment = known;
  const done = await oneAct([
    {
      run: async () => {
        const changed = await changeAssessment(register, known, change, reason);
        if (changed.ok) assessment = changed.value.assessment;
        return changed;
      },
    },
    ...moved.flatMap(({ pupil, isOther, absentOnDay }) =>
      isOther ? [{ pupil, run: () => writeGrade(register, { assessment, pupil }, { absentOnDay }) }] : [],
    ),
  ]);
  return done.ok ? ok({ assessment, undo: done.value.undo }) : done;
}
