import { useMemo, type ClipboardEvent } from 'react';
import { writeClipboard } from './clipboard-table.ts';
import type { Desk } from '../desk/desk.ts';
import { cleared, copiedTexts, pasted } from './grid-acts.ts';
import { readTable } from './read-table.ts';

interface ClipboardHandlers {
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onCut: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

/** Copies to spreadsheets and takes from them; in a cell in which somebody writes the clipboard is the field's. */
export function useClipboard(desk: Desk): ClipboardHandlers {
  return useMemo(() => {
    const copy = (event: ClipboardEvent) => {
      const texts = copiedTexts(desk);
      if (desk.editing.getState().now || texts.length === 0) return false;
      event.preventDefault();
      for (const [type, text] of Object.entries(writeClipboard(texts)))
        event.clipboardData.setData(type, text);
      desk.news.setState({ last: { kind: 'copied', rows: texts.length, columns: texts[0]?.length ?? 0 } });
      return true;
    };
    return {
      onCopy: (event) => void copy(event),
      onCut: (event) => {
        if (!desk.props().isHeld && copy(event)) cleared(desk);
      },
      onPaste(event) {
        if (desk.editing.getState().now || desk.props().isHeld) return;
        event.preventDefault();
        const { clipboardData } = event;
        const table = readTable({
          'text/plain': clipboardData.getData('text/plain'),
          'text/html': clipboardData.getData('text/html'),
        });
        if (table) pasted(desk, table);
        else desk.news.setState({ last: { kind: 'tooLong' } });
      },
    };
  }, [desk]);
}
