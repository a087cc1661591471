import { Button } from '@mantine/core';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import { parseLocalDate } from '../../../../domain/base/local-date.ts';
import { hasAverages } from '../../../../domain/grades/scales.ts';
import { isEmptyCell } from '../../../../domain/grades/said-value.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { listName } from '../../../../domain/kinds/person/record.ts';
import { scaleOfSubject } from '../../../../domain/school/grading/scale-of-subject.ts';
import type { StoppedAct } from '../../../data/commands/one-act.ts';
import type { Register } from '../../../data/register.ts';
import { cancelAssessment } from '../../../kinds/assessment/commands.ts';
import { CommandNotice } from '../../../hosts/command-notice.tsx';
import type { AskedAssessment } from '../../../hosts/grade-forms/grade-form.ts';
import { PupilDialog } from '../../../hosts/pupils/pupil-dialog.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { namesText } from '../../../i18n/names-text.ts';
import { focusField } from '../../../ui/focus/focus-field.ts';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { useViewValue } from '../../../ui/use-view.ts';
import type { Apis } from '../../../hosts/use-apis.ts';
import { Fold } from '../fold.tsx';
import { GiveUpDialog } from '../give-up-dialog.tsx';
import { History } from '../history/history.tsx';
import { PointsFields } from '../points/points-fields.tsx';
import { isReasonMissing } from '../../../data/commands/outcome.ts';
import { reasonIn, ReasonField } from '../reason-field.tsx';
import {
  absentOn,
  faultOfDay,
  groupsFor,
  ownGroup,
  topicsUpTo,
  usualDay,
  whyKept,
  whyNotWritten,
  type CourseGrades,
} from '../view.ts';
import {
  draftOfAssessment,
  newAssessmentDraft,
  readAssessment,
  type AssessmentDraft,
} from './assessment-draft.ts';
import { PlaceFields, WeightFields } from './assessment-fields.tsx';
import { assessmentName } from '../../../kinds/assessed/column-texts.ts';
import { ObjectiveFields } from './objective-fields.tsx';
import { movedMarks } from './moved-marks.ts';
import { weightNote } from './weight-note.ts';
import { saveKnown, saveNew } from './save-assessment.ts';
import classes from '../grade-forms.module.css';

interface AssessmentDialogProps {
  readonly register: Register;
  readonly apis: Apis;
  readonly asked: AskedAssessment;
  readonly shown: CourseGrades;
  /** The column that is put right; a new one is made without it. */
  readonly known: Assessment | undefined;
  readonly onClose: () => void;
}

/** The parts of the form that few need. */
type Part = 'weight' | 'points' | 'objectives' | 'history';

/** A new test, or one that is put right: with nothing more said it is a written one of today (D47, D48). */
export function AssessmentDialog({
  register,
  apis,
  asked,
  shown,
  known: opened,
  onClose,
}: AssessmentDialogProps) {
  // As it was when the form was opened: what a colleague changes meanwhile is not taken for something that was changed here.
  const [known] = useState(opened);
  const { t } = useTranslation();
  const format = useFormat();
  const words = { t, format };
  const { schoolClass, subject, given } = asked;
  const { facts, grading } = shown;
  const course = { class: schoolClass, subject, teacher: register.identity.person };
  const [draft, setDraft] = useState<AssessmentDraft>(() =>
    known
      ? draftOfAssessment(known, { format })
      : newAssessmentDraft(
          { ...ownGroup(shown, asked), ...given, day: given?.day ?? usualDay(shown, asked) },
          { format },
        ),
  );
  const [open, setOpen] = useState<readonly Part[]>([]);
  const [isTried, setTried] = useState(false);
  const [isCancelling, setCancelling] = useState(false);
  const [failed, setFailed] = useState<StoppedAct>();
  const [reason, setReason] = useState('');
  const lacksReason = isReasonMissing(failed?.failure);
  const [busy, setBusy] = useState(false);
  const day = parseLocalDate(draft.day) ?? shown.today;
  const topics = useViewValue(topicsUpTo, register, schoolClass, subject, day) ?? [];
  const scale = known?.scale ?? scaleOfSubject(facts.view, schoolClass, subject) ?? 'tenths';
  const own = known ? shown.grades.filter(({ assessment }) => assessment === known.id) : [];
  const graded = own.filter((grade) => !isEmptyCell(grade));
  const isMoved = known !== undefined && day !== known.day;
  const kept = isMoved ? whyKept(shown, known, day) : undefined;
  const absent = useViewValue(absentOn, register, schoolClass, subject, day);
  const moved = isMoved && absent ? movedMarks(graded, absent) : [];
  const asking = moved.flatMap(({ asks, pupil }) => (asks ? (facts.person(pupil) ?? []) : []));
  const [askedFor, setAskedFor] = useState<LocalDate>();
  const isAsking = asking.length > 0 && askedFor === day;
  const read = readAssessment(draft, {
    faultOfDay: (wanted) =>
      faultOfDay(shown, schoolClass, wanted) ?? (wanted === day ? kept?.why : undefined),
    highest: Math.max(0, ...graded.map(({ value }) => value.score ?? 0)),
  });
  const keeping = kept?.pupils ?? [];
  const faults = 'faults' in read ? read.faults : {};
  const faultOf = (field: string) => {
    const fault = faults[field];
    // A day to which nothing can go is said at once: the form would be filled in vain.
    const isSaid = isTried || (field === 'day' && draft.day !== '' && fault !== 'noDay');
    return isSaid && fault
      ? t(`gradeForms.fault.${fault}`, {
          names: namesText(
            keeping.map(({ id }) => id),
            keeping,
            t,
          ),
        })
      : undefined;
  };
  const change = (changes: Partial<AssessmentDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const name = known ? assessmentName(known, words) : t('gradeForms.assessment.new');

  const submit = async (form: HTMLFormElement) => {
    setTried(true);
    if ('faults' in read) {
      const [first = ''] = Object.keys(read.faults);
      // What was folded is there once it is drawn.
      flushSync(() => setOpen((before) => [...before, ...partsOf(Object.keys(read.faults))]));
      focusField(form, first);
      return;
    }
    // Marks that come to stand on a day of absence are asked about here as everywhere (D49).
    if (asking.length > 0 && !isAsking) return setAskedFor(day);
    setBusy(true);
    const saved = known
      ? await saveKnown(register, known, { ...read.said, ...reasonIn(reason) }, moved)
      : await saveNew(register, asked, read.said);
    flushSync(() => {
      setBusy(false);
      setFailed(saved.ok ? undefined : saved.failure);
    });
    if (!saved.ok) return focusField(form, 'reason');
    const { assessment, undo } = saved.value;
    if (undo)
      asked.onDone({
        pupils: [],
        assessment: assessment.id,
        said: t(known ? 'gradeForms.assessment.changed' : 'gradeForms.assessment.made', {
          name: assessmentName(assessment, words),
        }),
        undo,
      });
    onClose();
  };

  if (isCancelling && known)
    return (
      <GiveUpDialog
        title={t('gradeForms.cancel.title', { name })}
        text={t('gradeForms.cancel.text', { count: graded.length })}
        confirm={t('gradeForms.cancel.confirm')}
        of={name}
        onGiveUp={(reason) => cancelAssessment(register, known, reason)}
        onDone={(undo) =>
          asked.onDone({
            pupils: [],
            assessment: known.id,
            said: t('gradeForms.cancel.done', { name }),
            undo,
          })
        }
        onClose={onClose}
      />
    );
  const stopped = failed?.pupil === undefined ? undefined : facts.person(failed.pupil);
  const whyNot = known && whyNotWritten(shown, known);
  const fold = (part: Part) => ({
    isOpen: open.includes(part),
    onToggle: (isOpen: boolean) =>
      setOpen((before) => [...before.filter((one) => one !== part), ...(isOpen ? [part] : [])]),
  });
  const fields = { draft, today: shown.today, faultOf, onChange: change };
  return (
    <FormDialog
      frame={PupilDialog}
      size="lg"
      title={t(known ? 'gradeForms.assessment.edit' : 'gradeForms.assessment.newIn', {
        subject: shown.subjectName,
        schoolClass: shown.className,
      })}
      confirm={t(confirmKey())}
      busy={busy}
      isWaiting={whyNot !== undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      {whyNot && <Notice tone="info">{t(`gradeForms.whyNot.${whyNot}`)}</Notice>}
      <CommandNotice
        of={stopped ? listName(stopped) : name}
        failure={lacksReason ? undefined : failed?.failure}
        onClose={() => setFailed(undefined)}
      />
      <fieldset disabled={whyNot !== undefined} className={classes['fields']}>
        <PlaceFields
          {...fields}
          topics={topics}
          groups={known ? facts.view.groupsOf(schoolClass) : groupsFor(facts, { ...course, day })}
          isKnown={known !== undefined}
        />
        {isMoved && !kept && graded.length > 0 && (
          <div role="status">
            <Notice tone="info">
              {t('gradeForms.assessment.moves', { count: graded.length, day: format.longDay(day) })}
            </Notice>
          </div>
        )}
        {isAsking && (
          <Notice tone="warn" urgent>
            {t('gradeForms.filling.areAbsent', {
              names: asking.map((person) => listName(person)).join('; '),
            })}
          </Notice>
        )}
        <Fold title={t('gradeForms.part.weight')} note={weightNote(draft, scale, words)} {...fold('weight')}>
          <WeightFields {...fields} hasAverages={hasAverages(scale)} />
        </Fold>
        {scale === 'tenths' && (
          <Fold
            title={t('gradeForms.part.points')}
            note={t(`gradeForms.points.ways.${draft.points.way}`)}
            {...fold('points')}
          >
            <PointsFields
              draft={draft.points}
              isFixed={graded.some(({ value }) => value.event === undefined)}
              grading={grading}
              faultOf={faultOf}
              onChange={(changes) => change({ points: { ...draft.points, ...changes } })}
            />
          </Fold>
        )}
        <Fold
          title={t('gradeForms.part.objectives')}
          note={t('gradeForms.objectives.count', { count: draft.objectives.length })}
          {...fold('objectives')}
        >
          <ObjectiveFields
            objectives={draft.objectives}
            used={new Set(own.flatMap(({ objectives = [] }) => objectives.map(({ objective }) => objective)))}
            onChange={(objectives) => change({ objectives })}
          />
        </Fold>
        {(lacksReason || reason !== '') && (
          <ReasonField value={reason} isMissing={lacksReason} onChange={setReason} />
        )}
      </fieldset>
      {known && (
        <Fold title={t('gradeForms.history.name')} {...fold('history')}>
          <History apis={apis} shown={shown} column={known} />
        </Fold>
      )}
      {known && !whyNot && (
        <div>
          <Button variant="subtle" color="red" onClick={() => setCancelling(true)}>
            {t('gradeForms.cancel.ask')}
          </Button>
        </div>
      )}
    </FormDialog>
  );

  function confirmKey() {
    if (isAsking) return 'gradeForms.filling.writeAll';
    return known ? 'gradeForms.assessment.save' : 'gradeForms.assessment.make';
  }
}

/** In which parts of the form fields are. */
function partsOf(fields: readonly string[]): readonly Part[] {
  return fields.flatMap((field): readonly Part[] => {
    if (field === 'day') return [];
    return field === 'weight' || field === 'embargo' ? ['weight'] : ['points'];
  });
}
