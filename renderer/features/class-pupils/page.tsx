import { sectionOfClass, type PageManifest, type PageProps } from '../../hosts/page.ts';
import { useClassPlace } from '../../hosts/class-place.tsx';
import { pupilCardParts } from '../pupil-card/parts.tsx';
import { en as cardEn } from '../pupil-card/texts.en.ts';
import { it as cardIt } from '../pupil-card/texts.it.ts';
import { ClassPupils } from './class-pupils.tsx';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const texts = { it: { ...it, ...cardIt }, en: { ...en, ...cardEn } };

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
  ofPastYears: true,
  texts,
  pupilCard: pupilCardParts,
  view: PupilsSection,
};

function PupilsSection({ register }: PageProps) {
  return <ClassPupils register={register} place={useClassPlace()} />;
}
