import { IconArrowsExchange } from '@tabler/icons-react';
import type { PageManifest } from '../../hosts/page.ts';
import { SUBSTITUTIONS_PATH } from '../../ui/routes.ts';
import { SubstitutionsPage } from './substitutions-page.tsx';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const texts = { it, en };

/** Who stands in for whom, for whoever decides it. */
export const officeSubstitutionsPage: PageManifest<typeof texts> = {
  id: 'office-substitutions',
  path: SUBSTITUTIONS_PATH,
  title: (t) => t('substitutions.title'),
  needs: 'assignSubstitutes',
  texts,
  rail: { label: (t) => t('substitutions.title'), icon: IconArrowsExchange },
  command: { words: (t) => t('substitutions.words') },
  view: ({ register, apis }) => <SubstitutionsPage register={register} api={apis.school} />,
};
