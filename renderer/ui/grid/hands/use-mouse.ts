import { useEffect, useMemo, useRef, type FocusEvent, type MouseEvent, type PointerEvent } from 'react';
import type { Desk } from '../desk/desk.ts';
import { alone, HEAD, NAMES } from '../model/walk.ts';
import { isControl } from '../desk/tab-stop.ts';
import { cellUnder } from './cell-under.ts';

interface MouseHandlers {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onMouseDown: (event: MouseEvent) => void;
  readonly onMouseOver: (event: MouseEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onDoubleClick: (event: MouseEvent) => void;
}

/**
 * Chooses cells with the mouse: pressed, drawn over, or pressed with Shift; pressed twice they are written in. Whatever else gives a cell the focus, a
 * screen reader for one, chooses it as well.
 */
export function useMouse(desk: Desk): MouseHandlers {
  const isDrawing = useRef(false);
  const wasActive = useRef(false);
  useEffect(() => {
    const end = () => {
      isDrawing.current = false;
    };
    window.addEventListener('mouseup', end);
    return () => window.removeEventListener('mouseup', end);
  }, []);
  return useMemo(() => {
    const write = (event: MouseEvent) => {
      const at = cellUnder(event);
      if (!at || at.row === HEAD || at.column === NAMES || desk.editing.getState().now) return;
      const { refused } = desk.sheet.overlays.at(at);
      desk.begin(at, refused?.text ?? desk.sheet.textAt(at), false);
    };
    return {
      onFocus(event) {
        const at = cellUnder(event);
        if (at) desk.follow(at);
      },
      onMouseDown(event) {
        const { target, button, shiftKey } = event;
        const at = cellUnder(event);
        if (!at || button !== 0 || !(target instanceof Element) || target.matches('input')) return;
        const control = target.closest('button, a[href]');
        // A field that is left keeps what was typed in it.
        const { activeElement } = document;
        if (desk.editing.getState().now && activeElement instanceof HTMLInputElement)
          desk.leave(activeElement.value);
        const { selection } = desk.table();
        const { anchor } = selection();
        wasActive.current = anchor.row === at.row && anchor.column === at.column;
        if (!control || !isControl(control)) event.preventDefault();
        if (shiftKey && at.row !== HEAD && anchor.row !== HEAD) desk.go({ anchor, corner: at });
        else desk.go(alone(at));
        isDrawing.current = at.row !== HEAD;
      },
      onMouseOver(event) {
        const at = cellUnder(event);
        if (!isDrawing.current || !at || at.row === HEAD) return;
        const { anchor, corner } = desk.table().selection();
        if (corner.row !== at.row || corner.column !== at.column) desk.go({ anchor, corner: at });
      },
      // A finger has no second press: what it touches again is written in.
      onClick(event) {
        if ((event.nativeEvent as unknown as PointerEvent).pointerType === 'touch' && wasActive.current)
          write(event);
      },
      onDoubleClick: write,
    };
  }, [desk]);
}
