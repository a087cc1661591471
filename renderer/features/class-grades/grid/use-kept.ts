import { useState } from 'react';

/** What was given first under a key, as long as the key stays: a list that is made anew with each mark, though nothing is said differently in it. */
export function useKept<T>(value: T, key: string): T {
  const [kept, setKept] = useState({ key, value });
  if (kept.key === key) return kept.value;
  setKept({ key, value });
  return value;
}
