import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { ok, type Result } from '../../../domain/base/result.ts';
import { isChosen } from '../../../domain/kinds/earlier-grade/as-entry.ts';
import type { EarlierGrade } from '../../../domain/kinds/earlier-grade/record.ts';
import type { Undoable } from '../../data/commands/one-act.ts';
import type { CommandFailure } from '../../data/commands/outcome.ts';
import type { Register } from '../../data/register.ts';

/** Says whether a grade of the class before is left out of the average here (D81). */
export async function leaveOut(
  register: Pick<Register, 'run' | 'now'>,
  grade: EarlierGrade,
  isLeftOut: boolean,
): Promise<Result<Undoable, CommandFailure>> {
  const { id, class: schoolClass, day, pupil } = grade;
  const done = await register.run({
    collection: 'grades',
    id,
    day: dayOfInstant(register.now()),
    writeFacts: (facts) => facts.writeFacts(schoolClass, day, pupil),
    change: ({ current }, _facts, version) =>
      current?.kind !== 'earlierGrade' || isChosen(current) !== isLeftOut
        ? undefined
        : { ...current, ...version, leftOut: isLeftOut },
  });
  if (!done.ok) return done;
  const { entry, recordedAt, before } = done.value;
  const was = before?.kind === 'earlierGrade' && !isChosen(before);
  return ok({ entry, recordedAt, undo: () => leaveOut(register, grade, was) });
}
