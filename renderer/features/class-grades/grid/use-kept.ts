import { useState } from 'react';
import { shallow } from 'zustand/shallow';

/** A list as it was given first, as long as each of its members says the same: one that is made anew with each mark, though nothing is said differently in it. */
export function useKept<Facts extends object>(list: readonly Facts[]): readonly Facts[] {
  const [kept, setKept] = useState(list);
  if (kept === list) return list;
  if (kept.length === list.length && kept.every((facts, index) => shallow(facts, list[index]))) return kept;
  setKept(list);
  return list;
}
