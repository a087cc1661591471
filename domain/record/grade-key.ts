import type { ClassId, PersonId } from '../base/ids.ts';

/** Key of a grade: a pupil has one in an assessment, so that two who write it at once meet. */
export function gradeId(assessment: string, pupil: PersonId): string {
  return `${assessment}.${pupil}`;
}

/** Key of the copy of a grade in a class that the pupil has entered since. */
export function earlierGradeId(grade: string, schoolClass: ClassId): string {
  return `${grade}.${schoolClass}`;
}

/** The assessment of a grade, by the key of the grade alone: none of its own has a point in it. */
export function columnOfGrade(grade: string): string {
  return grade.slice(0, grade.indexOf('.'));
}

/** In which assessment a pupil got the grade of a key; the other way round than {@link gradeId}. */
export function assessmentOfGrade(grade: string, pupil: PersonId): string {
  return grade.slice(0, -`.${pupil}`.length);
}
