import { useClassPlace } from '../../hosts/class-place.tsx';
import { sectionOfClass, type PageManifest, type PageProps } from '../../hosts/page.ts';
import { ClassTopicsSection } from './class-topics.tsx';
import { SupportOfPupil } from './support-of-pupil.tsx';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const texts = { it, en };

/** What was done and is planned in a class, by subject, and the syllabus. */
export const classTopicsPage: PageManifest<typeof texts> = {
  ...sectionOfClass('topics', {
    order: 6,
    label: (t) => t('classTopics.name'),
    words: (t) => t('classTopics.wordsForSection'),
  }),
  id: 'class-topics',
  title: (t) => t('classTopics.name'),
  needs: 'seeSchool',
  ofPastYears: true,
  texts,
  pupilCard: [{ id: 'support', order: 40, needs: 'readSupport', view: SupportOfPupil }],
  view: TopicsSection,
};

function TopicsSection({ register }: PageProps) {
  return <ClassTopicsSection register={register} place={useClassPlace()} />;
}
