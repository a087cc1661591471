import { useScaleTexts } from '../../i18n/scale-texts.ts';
import { useDeclareActions } from '../../ui/actions/actions.ts';
import { KEYS } from '../../ui/actions/keys.ts';

/** What can be done in a course now; what cannot be is left out. */
interface CourseActions {
  readonly make: (() => void) | undefined;
  readonly open: (() => void) | undefined;
  readonly fill: (() => void) | undefined;
}

/** Declares what can be done in a course, for the keys, their list and the palette. */
export function useCourseActions({ make, open, fill }: CourseActions): void {
  const { t } = useScaleTexts();
  useDeclareActions([
    ...(make
      ? [
          {
            id: 'new-assessment',
            label: t('classGrades.new'),
            keywords: t('classGrades.wordsForNew'),
            keys: KEYS.newAssessment,
            everywhere: true,
            run: make,
          },
        ]
      : []),
    ...(open
      ? [
          {
            id: 'grade-details',
            label: t('classGrades.details'),
            keywords: t('classGrades.wordsForDetails'),
            keys: KEYS.gradeDetails,
            everywhere: true,
            run: open,
          },
        ]
      : []),
    ...(fill
      ? [
          {
            id: 'fill-assessment',
            label: t('classGrades.fill'),
            keywords: t('classGrades.wordsForFill'),
            run: fill,
          },
        ]
      : []),
  ]);
}
