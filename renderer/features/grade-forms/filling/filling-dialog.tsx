import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { PersonId } from '../../../../domain/base/ids.ts';
import { fail, ok } from '../../../../domain/base/result.ts';
import { hasAverages } from '../../../../domain/grades/scales.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { numberOfGrade, pointsOfRubric } from '../../../../domain/kinds/grade/as-entry.ts';
import type { Register } from '../../../data/register.ts';
import type { AskedFilling, WayBack } from '../../../hosts/grade-forms/grade-form.ts';
import { failureText } from '../../../views/failure-text.ts';
import { PupilDialog } from '../../../hosts/pupils/pupil-dialog.tsx';
import { usePupilNames } from '../../../hosts/pupils/use-pupil-names.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import {
  gradeIn,
  seenIn,
  writeGrades,
  type GradesWritten,
  type RefusedCell,
  type SeenGrade,
} from '../../../kinds/grade/commands.ts';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { markFaultText, markText } from '../../../views/grades/typed-mark.ts';
import { assessmentName } from '../../../kinds/assessed/column-texts.ts';
import type { GradeDraft } from '../details/grade-draft.ts';
import { isChangedSince, isReasonMissing } from '../../../data/commands/outcome.ts';
import { ReasonField, typedReason } from '../../../hosts/grade-forms/reason-field.tsx';
import { useLock } from '../use-lock.ts';
import { whyNotWritten, type CourseGrades } from '../view.ts';
import { changesOf } from '../history/history-lines.ts';
import {
  afterSaving,
  fillingDraft,
  owedAReason,
  readFilling,
  type FillingDraft,
  type FillingOf,
} from './filling-draft.ts';
import { FillingRow } from './filling-row.tsx';
import classes from './filling.module.css';
import formClasses from '../grade-forms.module.css';

interface FillingDialogProps {
  readonly register: Register;
  readonly asked: AskedFilling;
  readonly shown: CourseGrades;
  readonly assessment: Assessment;
  readonly onClose: () => void;
}

/** The form of a class test: value, judgement and "in the average" of each pupil, in one list; rows left empty make nothing (D48, D49). */
export function FillingDialog({ register, asked, shown, assessment, onClose }: FillingDialogProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const words = { t, format };
  const nameOf = usePupilNames(register, asked.schoolClass);
  const { facts, grading } = shown;
  const { scale, test } = assessment;
  const rules = { scale, grading, ...(test ? { test } : {}) };
  // As it was seen last: what a colleague writes meanwhile is neither taken for something that was changed here nor written over.
  const [grades, setGrades] = useState(() => gradesIn(shown, assessment));
  const [since, setSince] = useState<ReadonlyMap<PersonId, string>>(new Map());
  const of: FillingOf = { assessment, grades, absent: asked.absent ?? [], rules, words };
  const [draft, setDraft] = useState<FillingDraft>(() => fillingDraft(asked.pupils, of));
  const [isTried, setTried] = useState(false);
  const [isConfirmed, setConfirmed] = useState(false);
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<readonly RefusedCell[]>([]);
  const [busy, setBusy] = useState(false);
  const read = readFilling(draft, of);
  const absent = read.cells.filter(({ asksAbsent }) => asksAbsent);
  const names = (pupils: readonly PersonId[]) => pupils.map((id) => pupilName(id)).join('; ');
  // For whom the reason was asked (D78): whoever is written beside them is given none.
  const [owed, setOwed] = useState<ReadonlySet<PersonId>>(new Set());
  const lacksReason = refused.some(({ failure }) => isReasonMissing(failure));
  const testName = assessmentName(assessment, words);
  const { whyNot, isToRead } = useLock(whyNotWritten(shown, assessment));
  const isAsking = isTried && read.faults.size === 0 && absent.length > 0 && !isConfirmed;

  const change = (pupil: PersonId, changes: Partial<GradeDraft>) => {
    setConfirmed(false);
    setTried(false);
    setDraft((before) => {
      const row = before.get(pupil);
      return row ? new Map(before).set(pupil, { ...row, ...changes }) : before;
    });
  };
  const submit = async (form: HTMLFormElement) => {
    flushSync(() => setTried(true));
    if (read.faults.size > 0) {
      form.querySelector<HTMLElement>('[data-mark][aria-invalid=true]')?.focus();
      return;
    }
    if (absent.length > 0 && !isAsking && !isConfirmed) return;
    setConfirmed(true);
    setBusy(true);
    const done = await writeGrades(
      register,
      read.cells.map(({ cell, change: one }) => ({
        cell,
        change: {
          ...one,
          ...(owed.has(cell.pupil) ? typedReason(reason) : {}),
          seen: seenIn(grades.get(cell.pupil)),
        },
      })),
    );
    setBusy(false);
    tell(done);
    if (done.refused.length === 0) return onClose();
    const stand = await overtaken(done);
    const written = read.cells.filter(({ cell }) => !done.refused.some((one) => one.cell === cell));
    const next = afterSaving({ draft, of }, { written, stand });
    const columns = new Map(shown.assessments.map((one) => [one.id, one]));
    const told = { ...words, index: facts, column: (id: string) => columns.get(id) };
    const linesOf = (pupil: PersonId, now: SeenGrade) =>
      changesOf('grade', seenIn(grades.get(pupil)), now, told).join('; ');
    setSince(new Map([...stand].map(([pupil, now]) => [pupil, linesOf(pupil, now)])));
    setRefused(done.refused);
    const stillOwed = owedAReason(owed, done);
    setOwed(stillOwed);
    if (stillOwed.size === 0) setReason('');
    setDraft(next.draft);
    setGrades(next.grades);
    setTried(false);
  };
  /** What the filled rubric of a pupil comes to. */
  const rubricTextOf = (pupil: PersonId) => {
    const { value } = seenIn(grades.get(pupil));
    const number = numberOfGrade(assessment, value, grading);
    return markText(value, { number, filled: pointsOfRubric(assessment, value) }, words);
  };

  return (
    <FormDialog
      frame={PupilDialog}
      size="lg"
      title={testName}
      confirm={t(isAsking ? 'gradeForms.filling.writeAll' : 'gradeForms.grade.save')}
      busy={busy}
      isWaiting={whyNot !== undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className={formClasses['lead']}>{t('gradeForms.filling.text')}</p>
      {whyNot && <Notice tone="info">{t(`gradeForms.whyNot.${whyNot}`)}</Notice>}
      <fieldset disabled={isToRead} className={formClasses['fields']}>
        <ol className={classes['rows']} aria-label={t('gradeForms.filling.rows')}>
          {[...draft].map(([pupil, row], index) => (
            <FillingRow
              key={pupil}
              name={pupilName(pupil)}
              draft={row}
              fromRubric={Object.keys(row.rubric).length > 0 ? rubricTextOf(pupil) : undefined}
              isAbsent={asked.absent?.includes(pupil) === true}
              countsInTest={assessment.counts}
              hasAverages={hasAverages(scale)}
              hasFocus={index === 0}
              error={errorOf(pupil)}
              onChange={(changes) => change(pupil, changes)}
            />
          ))}
        </ol>
        {(lacksReason || reason !== '') && (
          <ReasonField value={reason} isMissing={lacksReason} onChange={setReason} />
        )}
      </fieldset>
      {isAsking && (
        <Notice tone="warn" urgent>
          {t('gradeForms.filling.areAbsent', { names: names(absent.map(({ cell }) => cell.pupil)) })}
        </Notice>
      )}
    </FormDialog>
  );

  function pupilName(pupil: PersonId): string {
    const person = facts.person(pupil);
    return person ? nameOf(person) : t('common.somebody');
  }

  function errorOf(pupil: PersonId): string | undefined {
    const fault = isTried ? read.faults.get(pupil) : undefined;
    if (fault?.kind === 'mark') return markFaultText(fault.fault, rules, words);
    if (fault) return t(`gradeForms.fault.${fault.kind}`);
    const failure = refused.find(({ cell }) => cell.pupil === pupil)?.failure;
    if (!failure) return undefined;
    const lines = since.get(pupil);
    return lines === undefined ? failureText(failure, t) : t('gradeForms.filling.overtaken', { lines });
  }

  /** What stands by now where somebody has written since it was seen. */
  async function overtaken(done: GradesWritten): Promise<ReadonlyMap<PersonId, SeenGrade>> {
    const cells = done.refused.filter(({ failure }) => isChangedSince(failure)).map(({ cell }) => cell);
    return new Map(
      await Promise.all(
        cells.map(async (cell) => [cell.pupil, seenIn(await gradeIn(register, cell))] as const),
      ),
    );
  }

  /** Whose grade was written. */
  function pupilsOf({ refused: left }: GradesWritten): readonly PersonId[] {
    const not = new Set(left.map(({ cell }) => cell.pupil));
    return read.cells.map(({ cell }) => cell.pupil).filter((pupil) => !not.has(pupil));
  }

  function tell(done: GradesWritten): void {
    if (done.written === 0) return;
    asked.onDone({
      pupils: pupilsOf(done),
      assessment: assessment.id,
      said: t('gradeForms.filling.done', { count: done.written, test: testName }),
      undo: wayBack(done),
    });
  }
}

/** Takes back all that was written together; what of it is refused ends it. */
function wayBack(done: GradesWritten): WayBack {
  return async () => {
    const back = await done.undo();
    const [first] = back.refused;
    return first ? fail(first.failure) : ok({ undo: wayBack(back) });
  };
}

function gradesIn({ grades }: CourseGrades, { id }: Assessment): ReadonlyMap<PersonId, SeenGrade> {
  return new Map(grades.filter(({ assessment }) => assessment === id).map((grade) => [grade.pupil, grade]));
}
