import { fail, ok, type Result } from '../../../../domain/base/result.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import type { Grade } from '../../../../domain/kinds/grade/record.ts';
import { oneAct, type ActStep, type StoppedAct } from '../../../data/commands/one-act.ts';
import type { CommandResult } from '../../../data/commands/outcome.ts';
import type { Register } from '../../../data/register.ts';
import {
  changeAssessment,
  makeAssessment,
  moveAssessment,
  type Course,
} from '../../../kinds/assessment/commands.ts';
import { changeOfAssessment, type SaidAssessment } from './assessment-draft.ts';

/** What a saved form comes to: the column, and one way back from all that was done; none where nothing was. */
export interface SavedAssessment {
  readonly assessment: Assessment;
  readonly undo: (() => Promise<CommandResult>) | undefined;
}

type Writer = Pick<Register, 'run' | 'records' | 'now'>;

/** Makes a column of what a form says. */
export async function saveNew(
  register: Writer,
  course: Course,
  said: SaidAssessment,
): Promise<Result<SavedAssessment, StoppedAct>> {
  const made = await makeAssessment(register, course, said);
  return made.ok ? ok(made.value) : fail({ failure: made.failure, pupil: undefined });
}

/** Moves a column and changes what is said of it, as one act: where its grades cannot go along, or a reason is owed (D78), nothing is changed at all (D48). */
export async function saveKnown(
  register: Writer,
  known: Assessment,
  grades: readonly Grade[],
  { reason, ...said }: SaidAssessment & { readonly reason?: string },
): Promise<Result<SavedAssessment, StoppedAct>> {
  let standing = known;
  const change = changeOfAssessment(known, said);
  const { day, type } = said;
  const steps: readonly ActStep[] = [
    ...(day === known.day && type === known.type
      ? []
      : [{ run: async () => taken(await moveAssessment(register, known, grades, { day, type })) }]),
    ...(Object.keys(change).length === 0
      ? []
      : [{ run: async () => taken(await changeAssessment(register, standing, change, reason)) }]),
  ];
  if (steps.length === 0) return ok({ assessment: known, undo: undefined });
  const done = await oneAct(steps);
  return done.ok ? ok({ assessment: standing, undo: done.value.undo }) : done;

  /** What follows is done to the column as it stands then. */
  function taken<R extends Result<{ readonly assessment: Assessment }, unknown>>(result: R): R {
    if (result.ok) standing = result.value.assessment;
    return result;
  }
}
