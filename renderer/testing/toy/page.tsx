import { IconConfetti } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageManifest, PageProps } from '../../hosts/page.ts';
import { useView } from '../../ui/use-view.ts';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';
import { classesToPlayWith } from './view.ts';

const texts = { it, en };

/** A page of the tests alone: registered like any other, by its manifest. */
export const toyPage: PageManifest<typeof texts> = {
  id: 'toy',
  path: '/toy',
  title: (t) => toyText(t, 'title'),
  needs: 'seeSchool',
  texts,
  rail: { label: (t) => toyText(t, 'label'), icon: IconConfetti },
  command: { words: (t) => toyText(t, 'words') },
  view: ToyView,
};

function ToyView({ register }: Pick<PageProps, 'register'>) {
  const { t } = useTranslation();
  const classes = useView(classesToPlayWith, register);
  const [broken, setBroken] = useState(false);
  if (broken) throw new Error('The toy is broken');
  return (
    <section>
      <h1 tabIndex={-1}>{toyText(t, 'title')}</h1>
      {classes.ready && <p>{`${toyText(t, 'classes')}: ${classes.value}`}</p>}
      <button type="button" onClick={() => setBroken(true)}>
        {toyText(t, 'break')}
      </button>
    </section>
  );
}

/** The product's catalogue, which types the keys, knows nothing of the toy. */
function toyText(t: TFunction, key: keyof typeof it.toy): string {
  return (t as (key: string) => string)(`toy.${key}`);
}
