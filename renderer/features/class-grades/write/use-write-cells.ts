import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandFailure } from '../../../data/commands/outcome.ts';
import type { Register } from '../../../data/register.ts';
import { fail, ok } from '../../../../domain/base/result.ts';
import { useFormat } from '../../../i18n/format.ts';
import { writeGrades } from '../../../kinds/grade/commands.ts';
import type { CellChange, CellRefusal, GridSource, WriteCells } from '../../../ui/grid/model/cells.ts';
import type { CourseGrades } from '../view/course-grades.ts';
import { markFaultText, markText, readMark } from '../../../views/grades/typed-mark.ts';
import type { ReadIn } from '../grid/use-course-columns.tsx';
import { plannedWrite, rulesOf, type PlannedWrite } from './planned-write.ts';
import type { Question } from './question.ts';
import { createRemembered } from './remembered.ts';
import { useUntilShown } from './use-until-shown.ts';

/** How the cells of a course are read and written, and what is asked meanwhile. */
interface Writing {
  readonly write: WriteCells;
  readonly read: ReadIn;
  readonly question: Question | undefined;
}

/** Reads and writes the cells of a course: each batch is one act; what is refused is answered with its reason. */
export function useWriteCells(register: Register, course: CourseGrades, source: GridSource): Writing {
  const { t } = useTranslation();
  const format = useFormat();
  const [question, setQuestion] = useState<Question>();
  const [remembered] = useState(createRemembered);
  const untilShown = useUntilShown(source);
  const latest = useRef(course);
  useEffect(() => {
    latest.current = course;
  });

  const { policies } = course;
  const read: ReadIn = useCallback(
    (assessment) => (text) => {
      const rules = rulesOf({ policies }, assessment);
      const mark = readMark(text, rules, { t });
      return mark.ok
        ? ok(markText(mark.value, assessment, { t, format }))
        : fail(markFaultText(mark.failure, rules, { t, format }));
    },
    [policies, t, format],
  );

  const write: WriteCells = useCallback(
    async (changes) => {
      const ask = <A>(make: (answer: (given: A) => void) => Question) =>
        new Promise<A>((resolve) => {
          setQuestion(
            make((given) => {
              setQuestion(undefined);
              resolve(given);
            }),
          );
        });
      const planned = changes.map((at) => ({
        at,
        plan: plannedWrite(at, latest.current, remembered, { t }),
      }));
      const gone = planned.flatMap(({ at, plan }) => (plan ? [] : [refusal(at, t('classGrades.gone'))]));
      let writes = planned.flatMap(({ plan }) => plan ?? []);

      const absent = writes.filter(({ asksAbsent }) => asksAbsent);
      const isConfirmed =
        absent.length === 0 ||
        (await ask<boolean>((answer) => ({ about: 'absent', writes: absent, answer })));
      const left = isConfirmed ? [] : absent.map(({ at }) => refusal(at, t('classGrades.notConfirmed')));
      if (!isConfirmed) writes = writes.filter(({ asksAbsent }) => !asksAbsent);

      const first = await carryOut(register, writes);
      const unexplained = first.filter(({ failure }) => isReasonMissing(failure)).map(({ of }) => of);
      const reason =
        unexplained.length === 0
          ? undefined
          : await ask<string | undefined>((answer) => ({ about: 'reason', writes: unexplained, answer }));
      const second =
        reason === undefined
          ? []
          : await carryOut(
              register,
              unexplained.map((one) => ({ ...one, change: { ...one.change, reason } })),
            );
      const refused = [
        ...(reason === undefined ? first : first.filter(({ failure }) => !isReasonMissing(failure))),
        ...second,
      ];
      const refusals: readonly CellRefusal[] = [
        ...gone,
        ...left,
        ...refused.map(({ of, failure }) =>
          refusal(
            of.at,
            failure.kind === 'refused'
              ? t(`common.refusal.${failure.reason}`)
              : t(`common.failure.${failure.failure.kind}`),
          ),
        ),
      ];
      const out = new Set(refusals.map(keyOf));
      await untilShown(changes.filter((change) => !out.has(keyOf(change))));
      return refusals;
    },
    [register, untilShown, remembered, t],
  );
  return { write, read, question };
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

function isReasonMissing(failure: CommandFailure): boolean {
  return failure.kind === 'refused' && failure.reason === 'reasonMissing';
}

function refusal({ row, column }: CellChange, reason: string): CellRefusal {
  return { row, column, reason };
}

function keyOf({ row, column }: Pick<CellChange, 'row' | 'column'>): string {
  return JSON.stringify([row, column]);
}
