import { useLayoutEffect, useRef } from 'react';
import type { Desk, Editing } from '../desk/desk.ts';
import classes from './grid.module.css';

interface CellEditorProps {
  readonly desk: Desk;
  readonly editing: Editing;
  /** The pupil and the assessment. */
  readonly name: string;
  readonly describedBy: string | undefined;
}

/** The field in a cell. Its keys are heard by the grid; who goes elsewhere leaves in the cell what was typed. */
export function CellEditor({ desk, editing, name, describedBy }: CellEditorProps) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const { current } = field;
    if (!current) return;
    current.focus({ preventScroll: true });
    current.setSelectionRange(current.value.length, current.value.length);
  }, []);
  return (
    <input
      ref={field}
      className={classes['field']}
      defaultValue={editing.text}
      aria-label={name}
      aria-invalid={editing.refused ? true : undefined}
      aria-describedby={describedBy}
      autoComplete="off"
      spellCheck={false}
      onInput={() => {
        // Another text is another question.
        if (editing.refused) desk.editing.setState({ now: { ...editing, refused: undefined } });
      }}
      onBlur={({ currentTarget }) => {
        // A window that is left for another keeps its field, and so does whoever is asked something meanwhile: what is half typed is no mark yet.
        if (document.hasFocus() && !desk.props().isHeld) desk.leave(currentTarget.value);
      }}
    />
  );
}
