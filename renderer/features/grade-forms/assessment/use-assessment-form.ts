import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import { parseLocalDate } from '../../../../domain/base/local-date.ts';
import { isEmptyCell } from '../../../../domain/grades/said-value.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { scaleOfSubject } from '../../../../domain/school/grading/scale-of-subject.ts';
import { isChangedSince, isReasonMissing } from '../../../data/commands/outcome.ts';
import type { StoppedAct } from '../../../data/commands/one-act.ts';
import type { Register } from '../../../data/register.ts';
import type { AskedAssessment } from '../../../hosts/grade-forms/grade-form.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import { namesText } from '../../../i18n/names-text.ts';
import { assessmentName } from '../../../kinds/assessed/column-texts.ts';
import { columnIn } from '../../../kinds/assessment/commands.ts';
import { focusField } from '../../../ui/focus/focus-field.ts';
import { useViewValue } from '../../../ui/use-view.ts';
import { followed } from '../followed.ts';
import { changesOf } from '../history/history-lines.ts';
import { typedReason } from '../../../hosts/grade-forms/reason-field.tsx';
import { useFolds } from '../use-folds.ts';
import { absentOn, faultOfDay, ownGroup, usualDay, whyKept, type CourseGrades } from '../view.ts';
import {
  draftOfAssessment,
  newAssessmentDraft,
  readAssessment,
  type AssessmentDraft,
} from './assessment-draft.ts';
import { movedMarks } from './moved-marks.ts';
import { saveKnown, saveNew } from './save-assessment.ts';

/** Of which column the form is, and whom it tells. */
export interface AssessmentFormOf {
  readonly register: Register;
  readonly asked: AskedAssessment;
  readonly shown: CourseGrades;
  /** The column that is put right; a new one is made without it. */
  readonly known: Assessment | undefined;
  readonly onClose: () => void;
}

/** The parts of the form that few need. */
type Part = 'weight' | 'points' | 'objectives' | 'history';

/** What is typed of a column, what is wrong with it, what is asked before it is saved, and how that is done. */
export function useAssessmentForm({ register, asked, shown, known: opened, onClose }: AssessmentFormOf) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const words = { t, format };
  const { schoolClass } = asked;
  const { facts } = shown;
  // As it was seen last: what a colleague changes meanwhile is neither taken for something that was changed here nor written over.
  const [known, setKnown] = useState(opened);
  const [draft, setDraft] = useState<AssessmentDraft>(() =>
    known
      ? draftOfAssessment(known, words)
      : newAssessmentDraft({ ...ownGroup(shown, asked), day: usualDay(shown, asked) }, words),
  );
  const scale = known?.scale ?? scaleOfSubject(facts.view, schoolClass, asked.subject) ?? 'tenths';
  const { fold, unfold } = useFolds<Part>();
  const [isTried, setTried] = useState(false);
  const [failed, setFailed] = useState<StoppedAct>();
  const [since, setSince] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [askedFor, setAskedFor] = useState<LocalDate>();

  const day = parseLocalDate(draft.day) ?? shown.today;
  const own = known ? shown.grades.filter(({ assessment }) => assessment === known.id) : [];
  const graded = own.filter((grade) => !isEmptyCell(grade));
  const isMoved = known !== undefined && day !== known.day;
  const kept = isMoved ? whyKept(shown, known, day) : undefined;
  const absent = useViewValue(absentOn, register, schoolClass, asked.subject, day);
  const moved = isMoved && absent ? movedMarks(graded, absent) : [];
  const asking = moved.flatMap(({ asks, pupil }) => (asks ? (facts.person(pupil) ?? []) : []));
  const isAsking = asking.length > 0 && askedFor === day;
  const read = readAssessment(draft, {
    faultOfDay: (wanted) =>
      faultOfDay(shown, schoolClass, wanted) ?? (wanted === day ? kept?.why : undefined),
    scale,
    highest: Math.max(0, ...graded.map(({ value }) => value.score ?? 0)),
  });
  const keeping = kept?.pupils ?? [];
  const faultOf = (field: string) => {
    const fault = 'faults' in read ? read.faults[field] : undefined;
    // A day to which nothing can go is said at once: the form would be filled in vain.
    const isSaid = isTried || (field === 'day' && draft.day !== '' && fault !== 'noDay');
    if (!isSaid || !fault) return undefined;
    const names = namesText(
      keeping.map(({ id }) => id),
      keeping,
      t,
    );
    return t(`gradeForms.fault.${fault}`, { names });
  };

  /** Looks at the column again, once somebody has changed it: whoever goes on knows how it stands now. */
  const lookAgain = async (seen: Assessment, { failure }: StoppedAct) => {
    const stands = isChangedSince(failure) ? await columnIn(register, seen) : undefined;
    if (!stands) return;
    setSince(changesOf('assessment', seen, stands, { ...words, index: facts }));
    setDraft((before) =>
      followed(before, { was: draftOfAssessment(seen, words), now: draftOfAssessment(stands, words) }),
    );
    setKnown(stands);
  };

  const submit = async (form: HTMLFormElement) => {
    setTried(true);
    if ('faults' in read) {
      const [first = ''] = Object.keys(read.faults);
      // What was folded is there once it is drawn.
      flushSync(() => unfold(partsOf(Object.keys(read.faults))));
      focusField(form, first);
      return;
    }
    // Marks that come to stand on a day of absence are asked about here as everywhere (D49).
    if (asking.length > 0 && !isAsking) return setAskedFor(day);
    setBusy(true);
    const saved = known
      ? await saveKnown(register, known, { ...read.said, ...typedReason(reason) }, moved)
      : await saveNew(register, asked, read.said);
    if (known && !saved.ok) await lookAgain(known, saved.failure);
    flushSync(() => {
      setBusy(false);
      setFailed(saved.ok ? undefined : saved.failure);
    });
    if (!saved.ok) return focusField(form, 'reason');
    const { assessment, undo } = saved.value;
    const said = t(known ? 'gradeForms.assessment.changed' : 'gradeForms.assessment.made', {
      name: assessmentName(assessment, words),
    });
    if (undo) asked.onDone({ pupils: [], assessment: assessment.id, said, undo });
    onClose();
  };

  return {
    words,
    known,
    /** The scale of the column, or of the one that is made. */
    scale,
    name: known ? assessmentName(known, words) : t('gradeForms.assessment.new'),
    draft,
    change: (changes: Partial<AssessmentDraft>) => setDraft((before) => ({ ...before, ...changes })),
    faultOf,
    fold,
    /** The day that is typed, else today. */
    day,
    /** All cells of the column, and those that say something. */
    own,
    graded,
    /** Its grades go to another day with it. */
    isMoving: isMoved && !kept && graded.length > 0,
    /** Who was absent on that day, and has a mark all the same: it is asked whether that is meant. */
    asking: isAsking ? asking : [],
    reason,
    setReason,
    lacksReason: isReasonMissing(failed?.failure),
    failure: failed?.failure,
    /** At whom it stopped, if at somebody. */
    stoppedAt: failed?.pupil === undefined ? undefined : facts.person(failed.pupil),
    /** What is otherwise than it was when it was seen, where the last attempt came too late. */
    since: isChangedSince(failed?.failure) ? since : undefined,
    clearFailure: () => setFailed(undefined),
    busy,
    submit,
  };
}

/** In which parts of the form fields are. */
function partsOf(fields: readonly string[]): readonly Part[] {
  return fields.flatMap((field): readonly Part[] => {
    if (field === 'day') return [];
    return field === 'weight' || field === 'embargo' ? ['weight'] : ['points'];
  });
}
