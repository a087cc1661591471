import { create } from 'zustand';

interface WhyNot {
  readonly text: string | undefined;
  /** The same words asked for again are said again. */
  readonly turn: number;
}

const useStore = create<WhyNot>(() => ({ text: undefined, turn: 0 }));

/** Says in words, to the eye and to assistive technology, why what was asked for by a key does nothing, and when it will: no key is silent. */
export function sayWhyNot(text: string): void {
  useStore.setState(({ turn }) => ({ text, turn: turn + 1 }));
}

/** The reason has been read, or something else is done. */
export function forgetWhyNot(): void {
  if (useStore.getState().text !== undefined) useStore.setState({ text: undefined });
}

/** The reason that is to be said now. */
export function useWhyNot(): WhyNot {
  return useStore();
}
