import { sectionOfClass, type PageManifest, type PageProps } from '../../hosts/page.ts';
import { useClassPlace } from '../../hosts/class-place.tsx';
import { ClassPupils } from './class-pupils.tsx';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const texts = { it, en };

/** The pupils of a class: its list, to look at, to copy and to print. */
export const classPupilsPage: PageManifest<typeof texts> = {
  ...sectionOfClass('pupils', {
    order: 7,
    label: (t) => t('classPupils.name'),
    words: (t) => t('classPupils.wordsForSection'),
  }),
  id: 'class-pupils',
  title: (t) => t('classPupils.name'),
  needs: 'seeSchool',
  texts,
  view: PupilsSection,
};

function PupilsSection({ register }: PageProps) {
  return <ClassPupils register={register} place={useClassPlace()} />;
}
