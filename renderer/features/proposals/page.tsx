import { useClassPlace } from '../../hosts/class-place.tsx';
import { sectionOfClass, type PageManifest, type PageProps } from '../../hosts/page.ts';
import { ProposalsSection } from './proposals-section.tsx';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';
import { hasProposals } from './view.ts';

const texts = { it, en };

/** What is proposed to the term meeting: a view of the grades of a class, for whoever teaches in it or reads all of its grades. */
export const proposalsPage: PageManifest<typeof texts> = {
  ...sectionOfClass('proposals', {
    order: 2,
    label: (t) => t('proposals.section'),
    words: (t) => t('proposals.wordsForSection'),
    view: {
      label: (t) => t('proposals.name'),
      isOffered: ({ facts, identity, place }) => hasProposals(facts, identity, place),
    },
  }),
  id: 'proposals',
  title: (t) => t('proposals.name'),
  needs: 'readGrades',
  ofPastYears: true,
  texts,
  view: Section,
};

function Section({ register }: PageProps) {
  const place = useClassPlace();
  return <ProposalsSection key={place.schoolClass} register={register} place={place} />;
}
