import { useCallback, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Register } from '../../../data/register.ts';
import { fail, ok } from '../../../../domain/base/result.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import type { CellAt, GridSource, WriteCells } from '../../../ui/grid/model/cells.ts';
import type { CourseGrades } from '../view/course-grades.ts';
import { markFaultText, markText, readMark } from '../../../views/grades/typed-mark.ts';
import type { ReadIn } from '../grid/use-course-columns.tsx';
import { createInTurn, type InTurn } from './in-turn.ts';
import { rulesOf } from './planned-write.ts';
import { createQuestions, type Question } from './question.ts';
import { createRemembered } from './remembered.ts';
import { useUntilShown } from './use-until-shown.ts';
import { writeBatch } from './write-batch.ts';

/** How the cells of a course are read and written, and what is asked meanwhile. */
interface Writing {
  readonly write: WriteCells;
  readonly read: ReadIn;
  readonly question: Question | undefined;
}

/** The turns of the cells of a register: what was written just before its page was left and opened again comes first. */
const turns = new WeakMap<Register, InTurn>();

/**
 * Reads and writes the cells of a course: each batch is one act; what is refused is answered with its reason. Whoever locks waits for all of a batch, as far as it
 * needs no answer.
 */
export function useWriteCells(register: Register, course: CourseGrades, source: GridSource): Writing {
  const { t } = useScaleTexts();
  const format = useFormat();
  const [questions] = useState(createQuestions);
  const [remembered] = useState(createRemembered);
  const inTurn = turnsOf(register);
  const question = useSyncExternalStore(questions.subscribe, questions.now);
  const untilShown = useUntilShown(source);
  const latest = useRef(course);
  // In step with what the cells show: what is typed there next is written over just that.
  useLayoutEffect(() => {
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
    (changes, of) =>
      register.status.track(
        inTurn(changes.map(keyOf), async () => {
          const parts = { register, course: latest.current, remembered, asking: questions, t };
          const refusals = await writeBatch(changes, of, parts);
          const left = new Map(refusals.map((each) => [keyOf(each), each]));
          await untilShown({
            written: changes.filter((change) => !left.has(keyOf(change))),
            overtaken: changes.filter((change) => left.get(keyOf(change))?.isOvertaken),
          });
          return refusals;
        }),
      ),
    [register, untilShown, inTurn, remembered, questions, t],
  );
  return { write, read, question };
}

function turnsOf(register: Register): InTurn {
  const known = turns.get(register) ?? createInTurn();
  turns.set(register, known);
  return known;
}

function keyOf({ row, column }: CellAt): string {
  return JSON.stringify([row, column]);
}
