import type { ClassId } from '../../../../domain/base/ids.ts';
import type { Result } from '../../../../domain/base/result.ts';
import type { CopiedPlans } from '../../../../domain/kinds/planned-lesson/copied-plans.ts';
import { oneAct, type StoppedAct, type Undoable } from '../../../data/commands/one-act.ts';
import type { Register } from '../../../data/register.ts';
import { planLesson } from '../../../kinds/planned-lesson/commands.ts';

/** Writes what is copied into the hours of a class, as one act: all of it, or nothing (D122). */
export function copyPlans(
  register: Pick<Register, 'run' | 'identity'>,
  schoolClass: ClassId,
  plans: CopiedPlans['plans'],
): Promise<Result<Undoable, StoppedAct>> {
  return oneAct(
    plans.map(({ from: { topic, activity }, to: { day, hour } }) => ({
      run: () => planLesson(register, { day, hour, schoolClass }, { topic, activity }),
    })),
  );
}
