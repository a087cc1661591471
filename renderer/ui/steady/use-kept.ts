import { useState } from 'react';
import { shallow } from 'zustand/shallow';

/**
 * A list whose members are the very same as long as they say the same, and which is the same itself as long as all of them are: for a list that is made
 * anew with each entry, though one member of it is said differently, and whose rows are drawn by what they are given. Members are compared by their
 * places, and field by field.
 */
export function useKept<Facts extends object>(list: readonly Facts[]): readonly Facts[] {
  const [kept, setKept] = useState(list);
  if (kept === list) return list;
  const next = keptMembers(kept, list);
  if (next !== kept) setKept(next);
  return next;
}

function keptMembers<Facts extends object>(
  before: readonly Facts[],
  now: readonly Facts[],
): readonly Facts[] {
  const next = now.map((facts, place) => {
    const old = before[place];
    return old && shallow(old, facts) ? old : facts;
  });
  return next.length === before.length && next.every((facts, place) => facts === before[place])
    ? before
    : next;
}
