import { useEffect, useState } from 'react';
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
  const now = live.ready && live.value && isAbout(asked, live.value) ? live.value : undefined;
  // What was known last: whoever is typing in a form keeps it when what it is about leaves this device.
  const [last, setLast] = useState(now);
  if (now && now !== last) setLast(now);
  const isGone = live.ready && !now;
  const isUnknown = isGone && !last;
  useEffect(() => {
    if (isUnknown) closeGradeForm(asked);
  }, [isUnknown, asked]);
  const shown = now ?? (last && isGone ? { ...last, isGone } : last);
  if (!shown) return null;
  const known = columnOf(asked, shown);
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
  const props = { register, shown, onClose: () => closeGradeForm(asked) };
  if (asked.form === 'assessment')
    return <AssessmentDialog {...props} apis={apis} asked={asked} known={known} />;
  if (asked.form === 'filling')
    return known ? <FillingDialog {...props} asked={asked} assessment={known} /> : null;
  const person = shown.facts.person(asked.pupil);
  return known && person ? (
    <DetailsDialog {...props} apis={apis} asked={asked} assessment={known} person={person} />
  ) : null;
}

function columnOf(asked: GradeFormAsked, { assessments }: CourseGrades): Assessment | undefined {
  return assessments.find(({ id }) => id === asked.assessment);
}

/** What a dialog is about is known here, and whom, where it is about somebody. */
function isAbout(asked: GradeFormAsked, shown: CourseGrades): boolean {
  const hasColumn = asked.assessment === undefined || columnOf(asked, shown) !== undefined;
  return hasColumn && (asked.form !== 'grade' || shown.facts.person(asked.pupil) !== undefined);
}
