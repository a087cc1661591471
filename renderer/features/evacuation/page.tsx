import { IconUrgent } from '@tabler/icons-react';
import type { PageManifest } from '../../hosts/page.ts';
import { EVACUATION_PATH } from '../../ui/routes.ts';
import { EvacuationKey } from './evacuation-key.tsx';
import { EvacuationPage } from './evacuation-page.tsx';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const texts = { it, en };

/** Who is where at this minute: for a teacher of the class of the hour, for office, principal and staff of every class (D108). */
export const evacuationPage: PageManifest<typeof texts> = {
  id: 'evacuation',
  path: EVACUATION_PATH,
  title: (t) => t('evacuation.name'),
  needs: 'countPupils',
  ofPastYears: 'leaves',
  texts,
  rail: { label: (t) => t('evacuation.name'), icon: IconUrgent },
  onProjector: 'shown',
  view: ({ register }) => <EvacuationPage register={register} />,
  elsewhere: EvacuationKey,
};
