import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import type { Grade } from '../../../../domain/kinds/grade/record.ts';
import type { Person } from '../../../../domain/kinds/person/record.ts';
import { absenceOfMark } from '../../../../domain/school/assessing/mark-of-absent.ts';
import { isChangedSince, isReasonMissing, type CommandFailure } from '../../../data/commands/outcome.ts';
import type { Register } from '../../../data/register.ts';
import type { AskedGrade, WayBack } from '../../../hosts/grade-forms/grade-form.ts';
import { usePupilNames } from '../../../hosts/pupils/use-pupil-names.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import { assessmentName } from '../../../kinds/assessed/column-texts.ts';
import { cancelGrade, gradeIn, seenIn, writeGrade } from '../../../kinds/grade/commands.ts';
import { focusField } from '../../../ui/focus/focus-field.ts';
import { markFaultText } from '../../../views/grades/typed-mark.ts';
import { followed } from '../followed.ts';
import { changesOf } from '../history/history-lines.ts';
import { typedReason } from '../../../hosts/grade-forms/reason-field.tsx';
import { useFolds } from '../use-folds.ts';
import type { CourseGrades } from '../view.ts';
import { draftOfGrade, readGradeDraft, type DraftOf, type GradeDraft } from './grade-draft.ts';

/** Of which cell the details are, and whom they tell. */
export interface DetailsOf {
  readonly register: Register;
  readonly asked: AskedGrade;
  readonly shown: CourseGrades;
  readonly assessment: Assessment;
  readonly person: Person;
  readonly onClose: () => void;
}

/** The parts of the form that few need. */
type Part = 'private' | 'override' | 'recovery' | 'objectives' | 'history';

/** What is typed of one cell, what is wrong with it, and how it is written and withdrawn. */
export function useDetails({ register, asked, shown, assessment, person, onClose }: DetailsOf) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const words = { t, format };
  const name = usePupilNames(register, asked.schoolClass)(person);
  const testName = assessmentName(assessment, words);
  const cell = { assessment, pupil: person.id };
  // As it was seen last: what a colleague writes meanwhile is neither taken for something that was changed here nor written over.
  const [grade, setGrade] = useState<Grade | undefined>(() =>
    shown.grades.find((one) => one.assessment === assessment.id && one.pupil === person.id),
  );
  const { scale, test } = assessment;
  const { grading } = shown;
  const rules = { scale, grading, ...(test ? { test } : {}) };
  const of: DraftOf = { assessment, grade, rules, words };
  const [draft, setDraft] = useState<GradeDraft>(() => draftOfGrade(assessment, grade, words));
  const [reason, setReason] = useState('');
  const { fold, unfold } = useFolds<Part>();
  const [isTried, setTried] = useState(false);
  const [failure, setFailure] = useState<CommandFailure>();
  const [since, setSince] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const read = readGradeDraft(draft, of);

  const change = (changes: Partial<GradeDraft>) => {
    setAsking(false);
    setDraft((before) => ({ ...before, ...changes }));
  };
  const faultOf = (field: string) => {
    const fault = 'faults' in read ? read.faults[field] : undefined;
    if (!isTried || !fault) return undefined;
    return fault.kind === 'mark'
      ? markFaultText(fault.fault, rules, words)
      : t(`gradeForms.fault.${fault.kind}`);
  };
  const done = (said: string, undo: WayBack) =>
    asked.onDone({ pupils: [person.id], assessment: assessment.id, said, undo });

  /** Looks at the cell again, once somebody has written there: whoever goes on knows what stands there now. */
  const lookAgain = async (why: CommandFailure) => {
    if (!isChangedSince(why)) return;
    const stands = await gradeIn(register, cell);
    const columns = new Map(shown.assessments.map((one) => [one.id, one]));
    const told = { ...words, index: shown.facts, column: (id: string) => columns.get(id) };
    setSince(changesOf('grade', seenIn(grade), seenIn(stands), told));
    setDraft((before) =>
      followed(before, {
        was: draftOfGrade(assessment, grade, words),
        now: draftOfGrade(assessment, stands, words),
      }),
    );
    setGrade(stands);
    setAsking(false);
  };

  const submit = async (form: HTMLFormElement) => {
    setTried(true);
    if ('faults' in read) {
      const [first = ''] = Object.keys(read.faults);
      // What was folded is there once it is drawn.
      flushSync(() => unfold(['weight', 'embargo'].includes(first) ? ['override'] : []));
      focusField(form, first);
      return;
    }
    const { value } = read.change;
    const absence = value && absenceOfMark(asked.isAbsent === true, grade, value);
    // A mark for somebody absent is asked about here as everywhere (D49).
    if (absence?.asks && !isAsking) return setAsking(true);
    const absent = absence ? { absentOnDay: absence.absentOnDay } : {};
    setBusy(true);
    const written = await writeGrade(register, cell, {
      ...read.change,
      ...absent,
      ...typedReason(reason),
      seen: seenIn(grade),
    });
    if (!written.ok) await lookAgain(written.failure);
    flushSync(() => {
      setBusy(false);
      setFailure(written.ok ? undefined : written.failure);
    });
    if (!written.ok) return focusField(form, 'reason');
    if (written.value.changed) done(t('gradeForms.grade.done', { name, test: testName }), written.value.undo);
    onClose();
  };

  const withdraw = async (why: string) => {
    const withdrawn = await cancelGrade(register, cell, { seen: seenIn(grade), ...typedReason(why) });
    if (!withdrawn.ok) await lookAgain(withdrawn.failure);
    return withdrawn;
  };

  return {
    words,
    name,
    testName,
    cell,
    grade,
    of,
    draft,
    change,
    faultOf,
    /** The event that is typed, as far as it can be read. */
    event: 'change' in read ? read.change.value?.event : undefined,
    fold,
    reason,
    setReason,
    lacksReason: isReasonMissing(failure),
    failure,
    /** What is otherwise than it was when it was seen, where the last attempt came too late. */
    since: isChangedSince(failure) ? since : undefined,
    clearFailure: () => setFailure(undefined),
    busy,
    isAsking,
    submit,
    withdraw,
    onWithdrawn: (undo: WayBack) => done(t('gradeForms.withdraw.done', { name, test: testName }), undo),
  };
}
