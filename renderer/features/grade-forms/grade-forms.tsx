import { useEffect } from 'react';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import { scaleOfSubject } from '../../../domain/school/grading/scale-of-subject.ts';
import type { Register } from '../../data/register.ts';
import { closeGradeForm, useGradeForm, type GradeFormAsked } from '../../hosts/grade-forms/grade-form.ts';
import type { Apis } from '../../hosts/use-apis.ts';
import { ScaleOfPart } from '../../i18n/scale-texts.ts';
import { useView } from '../../ui/use-view.ts';
import { AssessmentDialog } from './assessment/assessment-dialog.tsx';
import { DetailsDialog } from './details/details-dialog.tsx';
import { FillingDialog } from './filling/filling-dialog.tsx';
import { courseGrades, type CourseGrades } from './view.ts';

interface GradeFormsProps {
  readonly register: Register;
  readonly apis: Apis;
}

/** The dialogs of the gradebook, over whatever page asked for one. */
export function GradeForms({ register, apis }: GradeFormsProps) {
  const asked = useGradeForm((state) => state.asked);
  // What was asked for on a page that is left is not asked for on the next.
  useEffect(() => () => useGradeForm.setState({ asked: undefined }), []);
  if (!asked) return null;
  const of = asked.form === 'grade' ? `${asked.assessment}.${asked.pupil}` : (asked.assessment ?? 'new');
  const key = `${asked.form}.${of}`;
  return <Asked key={key} register={register} apis={apis} asked={asked} />;
}

function Asked({ register, apis, asked }: GradeFormsProps & { readonly asked: GradeFormAsked }) {
  const live = useView(courseGrades, register, asked.schoolClass, asked.subject);
  const shown = live.ready ? live.value : undefined;
  const known = shown?.assessments.find(({ id }) => id === asked.assessment);
  const isGone =
    live.ready && (!shown || (asked.assessment !== undefined && !known) || !personOf(asked, shown));
  useEffect(() => {
    // What it is about is not on this device any more.
    if (isGone) closeGradeForm();
  }, [isGone]);
  if (!shown || isGone) return null;
  const scale = known?.scale ?? scaleOfSubject(shown.facts.view, asked.schoolClass, asked.subject);
  return (
    <ScaleOfPart.Provider value={scale}>
      <Form register={register} apis={apis} asked={asked} shown={shown} known={known} />
    </ScaleOfPart.Provider>
  );
}

interface FormProps extends GradeFormsProps {
  readonly asked: GradeFormAsked;
  readonly shown: CourseGrades;
  readonly known: Assessment | undefined;
}

function Form({ register, apis, asked, shown, known }: FormProps) {
  const props = { register, shown, onClose: closeGradeForm };
  if (asked.form === 'assessment')
    return <AssessmentDialog {...props} apis={apis} asked={asked} known={known} />;
  if (asked.form === 'filling')
    return known ? <FillingDialog {...props} asked={asked} assessment={known} /> : null;
  const person = shown.facts.person(asked.pupil);
  return known && person ? (
    <DetailsDialog {...props} apis={apis} asked={asked} assessment={known} person={person} />
  ) : null;
}

/** Whom a dialog is about is known here, where it is about somebody. */
function personOf(asked: GradeFormAsked, { facts }: CourseGrades): boolean {
  return asked.form !== 'grade' || facts.person(asked.pupil) !== undefined;
}
