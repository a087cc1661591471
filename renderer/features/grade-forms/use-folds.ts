import { useState } from 'react';

/** What a folded part of a form is given. */
interface Folding {
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** Which parts of a form are open. */
export interface Folds<Part extends string> {
  readonly fold: (part: Part) => Folding;
  /** Opens parts, beside those that are open. */
  readonly unfold: (parts: readonly Part[]) => void;
}

/** Keeps which parts of a form are open: none of them at first. */
export function useFolds<Part extends string>(): Folds<Part> {
  const [open, setOpen] = useState<readonly Part[]>([]);
  return {
    fold: (part) => ({
      isOpen: open.includes(part),
      onToggle: (isOpen) =>
        setOpen((before) => [...before.filter((one) => one !== part), ...(isOpen ? [part] : [])]),
    }),
    unfold: (parts) => setOpen((before) => [...new Set([...before, ...parts])]),
  };
}
