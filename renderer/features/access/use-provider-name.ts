import { useEffect, useState } from 'react';
import type { ProviderVerbs } from './provider-verbs.ts';

/** When to ask again: the line may be back, or somebody is. */
const OCCASIONS = ['online', 'focus'] as const;

/** What the provider of a school is called; undefined where there is none, or until its server has said so. Nothing waits for it. */
export function useProviderName(ask: ProviderVerbs['ways'], school: string): string | undefined {
  const [known, setKnown] = useState<{ readonly school: string; readonly name: string | undefined }>();
  useEffect(() => {
    let isCurrent = true;
    const look = () =>
      void ask(school).then(
        ({ provider }) => isCurrent && setKnown({ school, name: provider?.name }),
        // Not to be asked now: no button, and another look at the next occasion.
        () => undefined,
      );
    look();
    for (const occasion of OCCASIONS) window.addEventListener(occasion, look);
    return () => {
      isCurrent = false;
      for (const occasion of OCCASIONS) window.removeEventListener(occasion, look);
    };
  }, [ask, school]);
  return known?.school === school ? known.name : undefined;
}
