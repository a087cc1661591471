import { create } from 'zustand';

/** Something asked of a place that is on the screen already or opens now. */
export interface Asked<T> {
  want(wanted: T): void;
  /** What is asked, if anything. */
  useWanted(): T | undefined;
  /** It has what was asked, or something else is done: a place that is here only then must not take the focus. */
  forget(): void;
}

/** What is asked of a place, taken once: the next key or click is of something else. */
export function createAsked<T>(): Asked<T> {
  const useStore = create<{ readonly wanted: T | undefined }>(() => ({ wanted: undefined }));
  const forget = () => {
    document.removeEventListener('keydown', forget, true);
    document.removeEventListener('pointerdown', forget, true);
    if (useStore.getState().wanted !== undefined) useStore.setState({ wanted: undefined });
  };
  return {
    want(wanted) {
      useStore.setState({ wanted });
      document.addEventListener('keydown', forget, true);
      document.addEventListener('pointerdown', forget, true);
    },
    useWanted: () => useStore((state) => state.wanted),
    forget,
  };
}
