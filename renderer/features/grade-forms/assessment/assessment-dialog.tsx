import { Button } from '@mantine/core';
import { useState } from 'react';
import { hasAverages, takesPoints } from '../../../../domain/grades/scales.ts';
import { listName } from '../../../../domain/kinds/person/record.ts';
import { isAssessedAs } from '../../../../domain/school/grading/way-of-assessing.ts';
import { CommandNotice } from '../../../hosts/command-notice.tsx';
import { PupilDialog } from '../../../hosts/pupils/pupil-dialog.tsx';
import type { Apis } from '../../../hosts/use-apis.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import { cancelAssessment } from '../../../kinds/assessment/commands.ts';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { useViewValue } from '../../../ui/use-view.ts';
import { Fold } from '../fold.tsx';
import { GiveUpDialog } from '../give-up-dialog.tsx';
import { History } from '../history/history.tsx';
import { Overtaken } from '../overtaken.tsx';
import { PointsFields, pointsWayText } from '../points/points-fields.tsx';
import { ReasonField } from '../../../hosts/grade-forms/reason-field.tsx';
import { useLock } from '../use-lock.ts';
import { groupsFor, topicsUpTo, whyNotWritten } from '../view.ts';
import { PlaceFields, WeightFields } from './assessment-fields.tsx';
import { ObjectiveFields } from './objective-fields.tsx';
import { useAssessmentForm, type AssessmentFormOf } from './use-assessment-form.ts';
import { weightNote } from './weight-note.ts';
import classes from '../grade-forms.module.css';

interface AssessmentDialogProps extends AssessmentFormOf {
  readonly apis: Apis;
}

/** A new test, or one that is put right: with nothing more said it is a written one of today (D47, D48). */
export function AssessmentDialog({ apis, ...given }: AssessmentDialogProps) {
  const { register, asked, shown, onClose } = given;
  const { t } = useScaleTexts();
  const form = useAssessmentForm(given);
  const { known, scale, draft, day, own, graded, asking, fold, change, name, since, words } = form;
  const [isCancelling, setCancelling] = useState(false);
  const gone = shown.isGone ? 'gone' : undefined;
  const { whyNot, isToRead } = useLock(known ? whyNotWritten(shown, known) : gone);
  const { schoolClass, subject } = asked;
  const { facts, grading } = shown;
  const course = { class: schoolClass, subject, teacher: register.identity.person };
  const topics = useViewValue(topicsUpTo, register, schoolClass, subject, day) ?? [];

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
  const fields = { draft, today: shown.today, faultOf: form.faultOf, onChange: change };
  const confirm = known ? 'gradeForms.assessment.save' : 'gradeForms.assessment.make';
  return (
    <FormDialog
      frame={PupilDialog}
      size="lg"
      title={t(known ? 'gradeForms.assessment.edit' : 'gradeForms.assessment.newIn', {
        subject: shown.subjectName,
        schoolClass: shown.className,
      })}
      confirm={t(asking.length > 0 ? 'gradeForms.filling.writeAll' : confirm)}
      busy={form.busy}
      isWaiting={whyNot !== undefined}
      onSubmit={form.submit}
      onClose={onClose}
    >
      {whyNot && <Notice tone="info">{t(`gradeForms.whyNot.${whyNot}`)}</Notice>}
      {since ? (
        <Overtaken of={name} lines={since} onClose={form.clearFailure} />
      ) : (
        <CommandNotice
          of={form.stoppedAt ? listName(form.stoppedAt) : name}
          failure={form.lacksReason ? undefined : form.failure}
          onClose={form.clearFailure}
        />
      )}
      <fieldset disabled={isToRead} className={classes['fields']}>
        <PlaceFields
          {...fields}
          topics={topics}
          groups={known ? facts.view.groupsOf(schoolClass) : groupsFor(facts, { ...course, day })}
          isKnown={known !== undefined}
        />
        {form.isMoving && (
          <div role="status">
            <Notice tone="info">
              {t('gradeForms.assessment.moves', {
                count: graded.length,
                day: words.format.longDay(day),
              })}
            </Notice>
          </div>
        )}
        {asking.length > 0 && (
          <Notice tone="warn" urgent>
            {t('gradeForms.filling.areAbsent', {
              names: asking.map((person) => listName(person)).join('; '),
            })}
          </Notice>
        )}
        <Fold title={t('gradeForms.part.weight')} note={weightNote(draft, scale, words)} {...fold('weight')}>
          <WeightFields {...fields} hasAverages={hasAverages(scale)} />
        </Fold>
        {takesPoints(scale) && (
          <Fold
            title={t('gradeForms.part.points')}
            note={pointsWayText(draft.points.way, scale, t)}
            {...fold('points')}
          >
            <PointsFields
              draft={draft.points}
              scale={scale}
              isFixed={known !== undefined && own.some(({ value }) => isAssessedAs(value, known))}
              grading={grading}
              faultOf={form.faultOf}
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
            used={
              new Set(form.own.flatMap(({ objectives = [] }) => objectives.map(({ objective }) => objective)))
            }
            onChange={(objectives) => change({ objectives })}
          />
        </Fold>
        {(form.lacksReason || form.reason !== '') && (
          <ReasonField value={form.reason} isMissing={form.lacksReason} onChange={form.setReason} />
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
}
