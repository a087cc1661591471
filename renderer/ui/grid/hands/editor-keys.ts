import type { KeyboardEvent } from 'react';
import type { Desk, Editing } from '../desk/desk.ts';
import { alone, besides, selectionAfter } from '../model/walk.ts';

/** The keys in a cell in which somebody writes; answers whether the key was one of them. */
export function editorKey(desk: Desk, editing: Editing, event: KeyboardEvent, page: number): boolean {
  const { key, shiftKey, altKey, ctrlKey, metaKey, target } = event;
  if (!(target instanceof HTMLInputElement) || altKey || ctrlKey || metaKey) return false;
  const { shape } = desk.table();
  const here = alone({ row: editing.row, column: editing.column });
  switch (key) {
    case 'Escape':
      desk.giveUp();
      return true;
    case 'F2':
      desk.editing.setState({ now: { ...editing, isReplacing: !editing.isReplacing } });
      return true;
    case 'Tab':
      if (desk.finish(target.value)) desk.go(alone(besides(here.anchor, shiftKey ? -1 : 1, shape)));
      return true;
    default: {
      // Who corrects a text walks in it; who typed a new one goes on to the next cell.
      const isWalking = key === 'Enter' || (editing.isReplacing && key.startsWith('Arrow') && !shiftKey);
      const next = isWalking ? selectionAfter(event, here, shape, page) : undefined;
      if (!next) return false;
      if (desk.finish(target.value)) desk.go(next);
      return true;
    }
  }
}
