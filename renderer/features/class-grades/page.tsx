import { useClassPlace } from '../../hosts/class-place.tsx';
import { sectionOfClass, type PageManifest, type PageProps } from '../../hosts/page.ts';
import { ClassGradesSection } from './class-grades.tsx';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const texts = { it, en };

/** The gradebook of a class: one subject in one period, pupil by pupil and assessment by assessment. */
export const classGradesPage: PageManifest<typeof texts> = {
  ...sectionOfClass('grades', {
    order: 2,
    label: (t) => t('classGrades.name'),
    words: (t) => t('classGrades.wordsForSection'),
    // It says itself to whom a class is closed, and why (D209).
    view: { label: (t) => t('classGrades.viewName'), isOffered: () => true },
  }),
  id: 'class-grades',
  title: (t) => t('classGrades.name'),
  needs: 'readGrades',
  ofPastYears: true,
  texts,
  view: GradesSection,
};

function GradesSection({ register }: PageProps) {
  return <ClassGradesSection register={register} place={useClassPlace()} />;
}
