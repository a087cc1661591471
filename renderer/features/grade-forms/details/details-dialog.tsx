import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { absenceOfMark } from '../../../../domain/school/assessing/mark-of-absent.ts';
import { hasAverages } from '../../../../domain/grades/scales.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { className } from '../../../../domain/kinds/class/record.ts';
import { isEmptyValue } from '../../../../domain/grades/said-value.ts';
import type { Person } from '../../../../domain/kinds/person/record.ts';
import { isReasonMissing, type CommandFailure, type CommandResult } from '../../../data/commands/outcome.ts';
import type { Register } from '../../../data/register.ts';
import { CommandNotice } from '../../../hosts/command-notice.tsx';
import type { AskedGrade } from '../../../hosts/grade-forms/grade-form.ts';
import { PupilDialog } from '../../../hosts/pupils/pupil-dialog.tsx';
import { usePupilNames } from '../../../hosts/pupils/use-pupil-names.ts';
import type { Apis } from '../../../hosts/use-apis.ts';
import { useFormat } from '../../../i18n/format.ts';
import { cancelGrade, writeGrade } from '../../../kinds/grade/commands.ts';
import { focusField } from '../../../ui/focus/focus-field.ts';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { markFaultText } from '../../../views/grades/typed-mark.ts';
import { assessmentName } from '../../../kinds/assessed/column-texts.ts';
import { Fold } from '../fold.tsx';
import { GiveUpDialog } from '../give-up-dialog.tsx';
import { History } from '../history/history.tsx';
import { reasonIn, ReasonField } from '../reason-field.tsx';
import { whyNotWritten, type CourseGrades } from '../view.ts';
import { ObjectiveLevels, OverrideFields, RecoveryFields } from './beside-fields.tsx';
import { draftOfGrade, readGradeDraft, type DraftOf, type GradeDraft } from './grade-draft.ts';
import { MarkFields } from './mark-fields.tsx';
import { excusesOver } from './excuses.ts';
import { recoverableFor } from './recoverable.ts';
import { RubricChoice } from './rubric-choice.tsx';
import classes from '../grade-forms.module.css';

interface DetailsDialogProps {
  readonly register: Register;
  readonly apis: Apis;
  readonly asked: AskedGrade;
  readonly shown: CourseGrades;
  readonly assessment: Assessment;
  readonly person: Person;
  readonly onClose: () => void;
}

type Part = 'private' | 'override' | 'recovery' | 'objectives' | 'history';

const LONGEST_TEXT = 4000;

/** All that one cell says and has said: mark, words, exceptions from its test, what it recovers, and its history. */
export function DetailsDialog({
  register,
  apis,
  asked,
  shown,
  assessment,
  person,
  onClose,
}: DetailsDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = { t, format };
  const name = usePupilNames(register, asked.schoolClass)(person);
  const { facts, grading } = shown;
  // What was there when it was opened: what a colleague writes meanwhile is not taken for something that was changed here.
  const [grade] = useState(() =>
    shown.grades.find((one) => one.assessment === assessment.id && one.pupil === person.id),
  );
  const { scale, test, rubric, objectives = [] } = assessment;
  const rules = { scale, grading, ...(test ? { test } : {}), ...(rubric ? { rubric } : {}) };
  const of: DraftOf = { assessment, grade, rules, words };
  const [draft, setDraft] = useState<GradeDraft>(() => draftOfGrade(assessment, grade, words));
  const [reason, setReason] = useState('');
  const [open, setOpen] = useState<readonly Part[]>([]);
  const [isTried, setTried] = useState(false);
  const [isGivingUp, setGivingUp] = useState(false);
  const [failure, setFailure] = useState<CommandFailure>();
  const [busy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const read = readGradeDraft(draft, of);
  const lacksReason = isReasonMissing(failure);
  const faultOf = (field: string) => {
    const fault = 'faults' in read ? read.faults[field] : undefined;
    if (!isTried || !fault) return undefined;
    return fault.kind === 'mark'
      ? markFaultText(fault.fault, rules, words)
      : t(`gradeForms.fault.${fault.kind}`);
  };
  const change = (changes: Partial<GradeDraft>) => {
    setAsking(false);
    setDraft((before) => ({ ...before, ...changes }));
  };
  const testName = assessmentName(assessment, words);
  const done = (said: string, undo: () => Promise<CommandResult>) =>
    asked.onDone({ pupils: [person.id], assessment: assessment.id, said, undo });
  const cell = { assessment, pupil: person.id };

  const submit = async (form: HTMLFormElement) => {
    setTried(true);
    if ('faults' in read) {
      const [first = ''] = Object.keys(read.faults);
      // What was folded is there once it is drawn.
      flushSync(() =>
        setOpen((before) => (['weight', 'embargo'].includes(first) ? [...before, 'override'] : before)),
      );
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
      ...reasonIn(reason),
    });
    flushSync(() => {
      setBusy(false);
      setFailure(written.ok ? undefined : written.failure);
    });
    if (!written.ok) return focusField(form, 'reason');
    if (written.value.changed) done(t('gradeForms.grade.done', { name, test: testName }), written.value.undo);
    onClose();
  };

  if (isGivingUp)
    return (
      <GiveUpDialog
        title={t('gradeForms.withdraw.title', { name })}
        text={t('gradeForms.withdraw.text', { test: testName })}
        confirm={t('gradeForms.withdraw.confirm')}
        of={name}
        onGiveUp={(why) => cancelGrade(register, cell, why === '' ? undefined : why)}
        onDone={(undo) => done(t('gradeForms.withdraw.done', { name, test: testName }), undo)}
        onClose={onClose}
      />
    );
  const whyNot = whyNotWritten(shown, assessment);
  const fold = (part: Part) => ({
    isOpen: open.includes(part),
    onToggle: (isOpen: boolean) =>
      setOpen((before) => [...before.filter((one) => one !== part), ...(isOpen ? [part] : [])]),
  });
  const fields = { draft, assessment, onChange: change };
  const excuses = excusesOver(shown, cell, 'change' in read ? read.change.value?.event : undefined);
  return (
    <FormDialog
      frame={PupilDialog}
      size="lg"
      title={name}
      confirm={t(isAsking ? 'gradeForms.filling.writeAll' : 'gradeForms.grade.save')}
      busy={busy}
      isWaiting={whyNot !== undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className={classes['lead']}>
        {t('gradeForms.grade.of', {
          test: testName,
          subject: shown.subjectName,
          schoolClass: shown.className,
        })}
      </p>
      {whyNot && <Notice tone="info">{t(`gradeForms.whyNot.${whyNot}`)}</Notice>}
      {asked.isAbsent && <Notice tone="warn">{t('gradeForms.grade.isAbsent', { name })}</Notice>}
      <CommandNotice
        of={name}
        failure={lacksReason ? undefined : failure}
        onClose={() => setFailure(undefined)}
      />
      <fieldset disabled={whyNot !== undefined} className={classes['fields']}>
        <MarkFields mark={draft.mark} of={of} error={faultOf('mark')} onChange={(mark) => change({ mark })} />
        {excuses !== undefined && (
          <div role="status">
            <Notice tone="warn">{t('gradeForms.grade.overExcuses', { name, ...excuses })}</Notice>
          </div>
        )}
        <RubricChoice
          assessment={assessment}
          grading={of.rules.grading}
          chosen={draft.rubric}
          error={faultOf('rubric')}
          onChange={(chosen) => change({ rubric: chosen })}
        />
        <Textarea
          label={t('gradeForms.grade.judgement')}
          description={t('gradeForms.grade.aboutJudgement')}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={LONGEST_TEXT}
          value={draft.judgement}
          onChange={(event) => change({ judgement: event.currentTarget.value })}
        />
        <Textarea
          label={t('grade.field.comment')}
          description={t('gradeForms.grade.aboutComment')}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={LONGEST_TEXT}
          value={draft.comment}
          onChange={(event) => change({ comment: event.currentTarget.value })}
        />
        {(lacksReason || reason !== '') && (
          <ReasonField value={reason} isMissing={lacksReason} onChange={setReason} />
        )}
        <Fold
          title={t('grade.field.privateComment')}
          note={draft.privateComment === '' ? undefined : draft.privateComment.slice(0, LONGEST_NOTE)}
          {...fold('private')}
        >
          <Textarea
            label={t('grade.field.privateComment')}
            description={t(
              grading?.councilReads === true ? 'gradeForms.grade.privateCouncil' : 'gradeForms.grade.private',
              { subject: shown.subjectName },
            )}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={LONGEST_TEXT}
            value={draft.privateComment}
            onChange={(event) => change({ privateComment: event.currentTarget.value })}
          />
        </Fold>
        <Fold title={t('gradeForms.part.weight')} note={t('gradeForms.grade.onlyThis')} {...fold('override')}>
          <OverrideFields
            {...fields}
            today={shown.today}
            hasAverages={hasAverages(scale)}
            faultOf={faultOf}
          />
        </Fold>
        {hasAverages(scale) && (
          <Fold
            title={t('gradeForms.part.recovery')}
            note={draft.recovers === '' ? undefined : t(`gradeForms.recovery.effects.${draft.effect}`)}
            {...fold('recovery')}
          >
            <RecoveryFields
              {...fields}
              recoverable={recoverableFor(cell, shown, facts.yearOn(assessment.day))}
              nameOfClass={(id) => {
                const known = facts.schoolClass(id);
                return known ? className(known) : t('common.unknown');
              }}
            />
          </Fold>
        )}
        {objectives.length > 0 && (
          <Fold
            title={t('gradeForms.part.objectives')}
            note={t('gradeForms.objectives.count', { count: objectives.length })}
            {...fold('objectives')}
          >
            <ObjectiveLevels {...fields} />
          </Fold>
        )}
      </fieldset>
      {isAsking && (
        <Notice tone="warn" urgent>
          {t('gradeForms.filling.areAbsent', { names: name })}
        </Notice>
      )}
      {grade && (
        <Fold title={t('gradeForms.history.name')} {...fold('history')}>
          <History apis={apis} shown={shown} column={assessment} pupil={person.id} />
        </Fold>
      )}
      {grade && !isEmptyValue(grade.value) && !whyNot && (
        <div>
          <Button variant="subtle" color="red" onClick={() => setGivingUp(true)}>
            {t('gradeForms.withdraw.ask')}
          </Button>
        </div>
      )}
    </FormDialog>
  );
}

/** So much of a note is shown while it is folded. */
const LONGEST_NOTE = 60;
