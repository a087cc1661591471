import { useEffect, useState } from 'react';
import type { ProviderVerbs } from '../verbs/provider-verbs.ts';

/** When to ask again: the line may be back, or somebody is. */
const OCCASIONS = ['online', 'focus'] as const;

/** What is known of a school's provider: by what name, that there is none, or nothing, yet or without its server. */
export interface KnownProvider {
  readonly state: 'asking' | 'offline' | 'none' | 'there';
  /** What it is called, where it is there. */
  readonly name?: string;
}

/** The provider of a school, or of nobody as long as nobody has to know. Nothing waits for it. */
export function useProvider(ask: ProviderVerbs['ways'], school: string | undefined): KnownProvider {
  const [known, setKnown] = useState<{ readonly school: string; readonly provider: KnownProvider }>();
  useEffect(() => {
    if (school === undefined) return undefined;
    let isCurrent = true;
    const look = () =>
      void ask(school).then(
        (answer) => isCurrent && setKnown({ school, provider: toKnown(answer) }),
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
  return known !== undefined && known.school === school ? known.provider : { state: 'asking' };
}

function toKnown(answer: Awaited<ReturnType<ProviderVerbs['ways']>>): KnownProvider {
  if (!answer.ok) return { state: 'offline' };
  const { provider } = answer.value;
  return provider === null ? { state: 'none' } : { state: 'there', name: provider.name };
}
