import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { hasAverages } from '../../../../domain/grades/scales.ts';
import { isEmptyValue } from '../../../../domain/grades/said-value.ts';
import { pointsOfRubric } from '../../../../domain/kinds/grade/as-entry.ts';
import { className } from '../../../../domain/kinds/class/record.ts';
import { CommandNotice } from '../../../hosts/command-notice.tsx';
import { PupilDialog } from '../../../hosts/pupils/pupil-dialog.tsx';
import type { Apis } from '../../../hosts/use-apis.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import { gradeText } from '../../../kinds/grade/grade-text.ts';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { Fold } from '../fold.tsx';
import { GiveUpDialog } from '../give-up-dialog.tsx';
import { History } from '../history/history.tsx';
import { LIMITS } from '../limits.ts';
import { Overtaken } from '../overtaken.tsx';
import { ReasonField } from '../../../hosts/grade-forms/reason-field.tsx';
import { useLock } from '../use-lock.ts';
import { whyNotWritten } from '../view.ts';
import { ObjectiveLevels, OverrideFields, RecoveryFields } from './beside-fields.tsx';
import { excusesWith } from './excuses.ts';
import { MarkFields } from './mark-fields.tsx';
import { recoverableFor } from './recoverable.ts';
import { RubricChoice } from './rubric-choice.tsx';
import { useDetails, type DetailsOf } from './use-details.ts';
import classes from '../grade-forms.module.css';

interface DetailsDialogProps extends DetailsOf {
  readonly apis: Apis;
}

/** All that one cell says and has said: mark, words, exceptions from its test, what it recovers, and its history. */
export function DetailsDialog({ apis, ...details }: DetailsDialogProps) {
  const { asked, shown, assessment, person, onClose } = details;
  const { t } = useScaleTexts();
  const form = useDetails(details);
  const { grade, draft, of, name, testName, change, faultOf, fold, since } = form;
  const [isGivingUp, setGivingUp] = useState(false);
  const { whyNot, isToRead } = useLock(whyNotWritten(shown, assessment));
  const { facts, grading } = shown;
  const { scale, objectives = [] } = assessment;

  if (isGivingUp && grade)
    return (
      <GiveUpDialog
        title={t('gradeForms.withdraw.title', { name })}
        text={t('gradeForms.withdraw.text', {
          test: testName,
          said: gradeText(
            grade.value,
            { ...form.words, filled: pointsOfRubric(assessment, grade.value) },
            assessment.test?.maximum,
          ),
        })}
        confirm={t('gradeForms.withdraw.confirm')}
        of={name}
        onGiveUp={form.withdraw}
        onDone={form.onWithdrawn}
        onClose={onClose}
      />
    );
  const fields = { draft, assessment, onChange: change };
  const excuses = excusesWith(shown, form.cell, form.event);
  return (
    <FormDialog
      frame={PupilDialog}
      size="lg"
      title={name}
      confirm={t(form.isAsking ? 'gradeForms.filling.writeAll' : 'gradeForms.grade.save')}
      busy={form.busy}
      isWaiting={whyNot !== undefined}
      onSubmit={form.submit}
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
      {since ? (
        <Overtaken of={name} lines={since} onClose={form.clearFailure} />
      ) : (
        <CommandNotice
          of={name}
          failure={form.lacksReason ? undefined : form.failure}
          onClose={form.clearFailure}
        />
      )}
      <fieldset disabled={isToRead} className={classes['fields']}>
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
          maxLength={LIMITS.judgement}
          value={draft.judgement}
          onChange={(event) => change({ judgement: event.currentTarget.value })}
        />
        <Textarea
          label={t('grade.field.comment')}
          description={t('gradeForms.grade.aboutComment')}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={LIMITS.gradeComment}
          value={draft.comment}
          onChange={(event) => change({ comment: event.currentTarget.value })}
        />
        {(form.lacksReason || form.reason !== '') && (
          <ReasonField value={form.reason} isMissing={form.lacksReason} onChange={form.setReason} />
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
            maxLength={LIMITS.privateComment}
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
              recoverable={recoverableFor(form.cell, shown, facts.yearOn(assessment.day))}
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
      {form.isAsking && (
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
