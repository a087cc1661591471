import type { ReactNode } from 'react';
import classes from './grade-forms.module.css';

interface FoldProps {
  readonly title: string;
  /** What is set in it, said while it is closed. */
  readonly note?: string | undefined;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** A part of a form that few need: folded, and open where something in it is wrong. */
export function Fold({ title, note, isOpen, onToggle, children }: FoldProps) {
  return (
    <details
      className={classes['fold']}
      open={isOpen}
      onToggle={(event) => onToggle(event.currentTarget.open)}
    >
      <summary>
        <span>{title}</span>
        {note !== undefined && !isOpen && <small>{note}</small>}
      </summary>
      {isOpen && <div className={classes['folded']}>{children}</div>}
    </details>
  );
}
