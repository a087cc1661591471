import { useClassPlace } from '../../hosts/class-place.tsx';
import { sectionOfClass, type PageManifest, type PageProps } from '../../hosts/page.ts';
import { AbsencesPage } from './absences-page.tsx';
import { OutOfClassCard } from '../out-of-class/out-of-class-card.tsx';
import { OutOfClassPanel } from '../out-of-class/out-of-class-panel.tsx';
import { PermitsPanel } from '../permits/permits-panel.tsx';
import { HoursCard } from './hours/hours-card.tsx';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';
import { justificationsToDo } from './to-do.ts';

const texts = { it, en };

/** The absences of a class: what there is to justify, the hours of the year. */
export const classAbsencesPage: PageManifest<typeof texts> = {
  ...sectionOfClass('absences', {
    order: 5,
    label: (t) => t('classAbsences.name'),
    words: (t) => t('classAbsences.words'),
  }),
  id: 'class-absences',
  title: (t) => t('classAbsences.name'),
  needs: 'seeSchool',
  ofPastYears: true,
  texts,
  toDo: [justificationsToDo],
  pupilCard: [
    { id: 'out-of-class', order: 25, view: OutOfClassCard },
    { id: 'hours', order: 30, view: HoursCard },
  ],
  view: AbsencesSection,
};

function AbsencesSection({ register }: PageProps) {
  const place = useClassPlace();
  const { schoolClass, day } = place;
  return (
    <AbsencesPage
      key={schoolClass}
      register={register}
      schoolClass={schoolClass}
      day={day}
      elsewhere={<OutOfClassPanel register={register} place={place} />}
      permits={<PermitsPanel register={register} place={place} />}
    />
  );
}
