import type { TFunction } from 'i18next';
import { isChangedSince, isReasonMissing, type CommandFailure } from '../../../data/commands/outcome.ts';
import type { Register } from '../../../data/register.ts';
import { failureText } from '../../../views/failure-text.ts';
import { writeGrades } from '../../../kinds/grade/commands.ts';
import type { CellChange, CellRefusal, StepWay } from '../../../ui/grid/model/cells.ts';
import type { CourseGrades } from '../view/course-grades.ts';
import { plannedWrite, type PlannedWrite } from './planned-write.ts';
import type { Asking } from './question.ts';
import type { Remembered } from './remembered.ts';

/** What a batch is written with. */
interface BatchParts {
  readonly register: Register;
  /** The course as it stands. */
  readonly course: CourseGrades;
  readonly remembered: Remembered;
  readonly asking: Asking;
  readonly t: TFunction;
}

/** A cell that was not written, and whether that is for what somebody has written there since it was seen. */
interface LeftCell extends CellRefusal {
  readonly isOvertaken: boolean;
}

/** Writes cells as one act, after asking what has to be asked; answers those that were not written, each with its reason. */
export async function writeBatch(
  changes: readonly CellChange[],
  of: StepWay,
  { register, course, remembered, asking, t }: BatchParts,
): Promise<readonly LeftCell[]> {
  const planned = changes.map((at) => ({ at, plan: plannedWrite(at, of, course, remembered, { t }) }));
  const not = planned.flatMap(({ at, plan }) =>
    typeof plan === 'string'
      ? [refusal(at, t(plan === 'gone' ? 'classGrades.gone' : 'common.refusal.changedSince'))]
      : [],
  );
  const writes = planned.flatMap(({ plan }) => (typeof plan === 'string' ? [] : [plan]));

  const absent = writes.filter(({ asksAbsent }) => asksAbsent);
  const isConfirmed = absent.length === 0 || (await asking.absent(absent));
  const left = isConfirmed ? [] : absent.map(({ at }) => refusal(at, t('classGrades.notConfirmed')));

  const first = await carryOut(
    register,
    writes.filter(({ asksAbsent }) => isConfirmed || !asksAbsent),
  );
  const unexplained = first.filter(({ failure }) => isReasonMissing(failure)).map(({ of: write }) => write);
  const reason =
    unexplained.length === 0 ? undefined : (remembered.reasonOf(of) ?? (await asking.reason(unexplained)));
  if (reason !== undefined) remembered.explain(of.step, reason);
  const refused =
    reason === undefined
      ? first
      : [
          ...first.filter(({ failure }) => !isReasonMissing(failure)),
          ...(await carryOut(
            register,
            unexplained.map((one) => ({ ...one, change: { ...one.change, reason } })),
          )),
        ];
  const failed = refused.map(({ of: { at }, failure }) =>
    refusal(at, failureText(failure, t), isChangedSince(failure)),
  );
  return [...not, ...left, ...failed];
}

interface NotWritten {
  readonly of: PlannedWrite;
  readonly failure: CommandFailure;
}

/** Writes cells as one act, and answers those that were refused. */
async function carryOut(register: Register, writes: readonly PlannedWrite[]): Promise<readonly NotWritten[]> {
  if (writes.length === 0) return [];
  const { refused } = await writeGrades(register, writes);
  return refused.flatMap(({ cell, failure }) => {
    const of = writes.find((one) => one.cell === cell);
    return of ? [{ of, failure }] : [];
  });
}

function refusal({ row, column }: CellChange, reason: string, isOvertaken = false): LeftCell {
  return { row, column, reason, isOvertaken };
}
