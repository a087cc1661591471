import type { PageManifest } from '../../hosts/page.ts';
import { ROLLS_PATH, rollsDayOf } from '../../ui/routes.ts';
import { RollsPage } from './rolls-page.tsx';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';
import { myRollsToDo, rollsOfClassesToDo } from './to-do.ts';

const texts = { it, en };

/** The rolls of a day that nobody has called. */
export const rollsNotTakenPage: PageManifest<typeof texts> = {
  id: 'rolls-not-taken',
  path: ROLLS_PATH,
  title: (t) => t('rollsNotTaken.title'),
  needs: 'countPupils',
  owns: (address) => rollsDayOf(address) !== undefined,
  texts,
  command: { words: (t) => t('rollsNotTaken.words') },
  onProjector: 'shown',
  toDo: [myRollsToDo, rollsOfClassesToDo],
  view: ({ register }) => <RollsPage register={register} />,
};
