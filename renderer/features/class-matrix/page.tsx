import { useClassPlace } from '../../hosts/class-place.tsx';
import { sectionOfClass, type PageManifest, type PageProps } from '../../hosts/page.ts';
import { gradesReadOf } from '../../views/grades/reads-class.ts';
import { ClassMatrixSection } from './class-matrix.tsx';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const texts = { it, en };

/** The grades of a class in all subjects: a view of its grades, for whoever reads them all (F.5). */
export const classMatrixPage: PageManifest<typeof texts> = {
  ...sectionOfClass('grades-of-all', {
    order: 2,
    label: (t) => t('classMatrix.section'),
    words: (t) => t('classMatrix.wordsForSection'),
    view: {
      label: (t) => t('classMatrix.name'),
      isOffered: ({ facts, identity, place: { schoolClass, day } }) =>
        gradesReadOf(facts, identity, schoolClass, day).all,
    },
  }),
  id: 'class-matrix',
  title: (t) => t('classMatrix.name'),
  needs: 'readGrades',
  ofPastYears: true,
  texts,
  view: MatrixSection,
};

function MatrixSection({ register }: PageProps) {
  const place = useClassPlace();
  return <ClassMatrixSection key={place.schoolClass} register={register} place={place} />;
}
