import { useScaleTexts } from '../../i18n/scale-texts.ts';
import { useDeclareActions } from '../../ui/actions/actions.ts';
import { KEYS } from '../../ui/actions/keys.ts';

/**
 * Declares what can be done in a course, for the keys, their list and the palette.
 *
 * @param make makes a new assessment; undefined where none can be made
 */
export function useCourseActions(make: (() => void) | undefined): void {
  const { t } = useScaleTexts();
  useDeclareActions(
    make
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
      : [],
  );
}

/** What can be done with the cell that has the focus; what cannot be is left out. */
interface CellActions {
  readonly open: (() => void) | undefined;
  readonly fill: (() => void) | undefined;
}

/** Declares what can be done with a cell of a course. */
export function useCellActions({ open, fill }: CellActions): void {
  const { t } = useScaleTexts();
  useDeclareActions([
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
