import { useEffect, useId, useRef } from 'react';
import { create } from 'zustand';
import { isSingleKey, useSingleKeys } from './single-keys.ts';

/** Something that can be done now: declared once, by the page that does it, and known to buttons, keys, palette and list of keys. */
export interface Action {
  /** Unique among the actions on the screen. */
  readonly id: string;
  /** What it does, as a button says it. */
  readonly label: string;
  /** Other words by which it is looked for, parted by blanks. */
  readonly keywords?: string;
  /** Its keys, as `mod+Enter` or `alt+ArrowLeft`; `mod` is Ctrl, on a Mac ⌘. */
  readonly keys?: string;
  /** A second way to the same, shown beside the first. */
  readonly otherKeys?: string;
  /** Whether the keys work wherever the focus is; else the place that has the focus listens to them itself. */
  readonly everywhere?: boolean;
  /** It cannot be done now: its keys say why, and nothing else offers it. */
  readonly isReason?: true;
  /** It cannot be done now, and why: whoever looks for it by name reads that. */
  readonly whyNot?: string;
  readonly run: () => void;
}

interface Declared {
  readonly owner: string;
  readonly actions: readonly Action[];
}

const useDeclared = create<{ readonly all: readonly Declared[] }>(() => ({ all: [] }));

/**
 * Declares what can be done while this component is on the screen; what cannot be done now is left out, or says why. What an action runs is always that of the last
 * render.
 */
export function useDeclareActions(actions: readonly Action[]): void {
  const owner = useId();
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  // Declared anew only when what is shown of them changes, not with each render.
  const shown = JSON.stringify(actions);
  useEffect(() => {
    const named = JSON.parse(shown) as readonly Omit<Action, 'run'>[];
    const declared = named.map((action) => ({
      ...action,
      run: () => latest.current.find(({ id }) => id === action.id)?.run(),
    }));
    useDeclared.setState(({ all }) => ({
      all: [...all.filter((each) => each.owner !== owner), { owner, actions: declared }],
    }));
    return () => useDeclared.setState(({ all }) => ({ all: all.filter((each) => each.owner !== owner) }));
  }, [owner, shown]);
}

/** Everything that can be done now; what was declared last comes first. */
export function useActions(): readonly Action[] {
  return useKeyedActions().filter(({ isReason }) => !isReason);
}

/** What can be done now, and what says why it cannot: for the ear of the keys. A single sign that is switched off is no key of theirs. */
export function useKeyedActions(): readonly Action[] {
  const all = useDeclared((state) => state.all);
  const [hasSingleKeys] = useSingleKeys();
  const present = all.toReversed().flatMap(({ actions }) => actions);
  return hasSingleKeys ? present : present.map(withoutSingleKey);
}

function withoutSingleKey(action: Action): Action {
  const { keys, ...rest } = action;
  return keys !== undefined && isSingleKey(keys) ? rest : action;
}
