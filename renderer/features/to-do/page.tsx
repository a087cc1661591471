import { IconChecklist } from '@tabler/icons-react';
import type { PageManifest } from '../../hosts/page.ts';
import { TO_DO_PATH } from '../../ui/routes.ts';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';
import { ToDoPage } from './to-do-page.tsx';

const texts = { it, en };

/** Da fare: the one list of what waits for whoever works at the school. */
export const toDoPage: PageManifest<typeof texts> = {
  id: 'to-do',
  path: TO_DO_PATH,
  title: (t) => t('toDo.name'),
  needs: 'sendEntries',
  texts,
  rail: { label: (t) => t('toDo.name'), icon: IconChecklist, counts: 'toDo' },
  command: { words: (t) => t('toDo.wordsForPage') },
  view: ({ register, toDo }) => <ToDoPage register={register} lists={toDo} />,
};
