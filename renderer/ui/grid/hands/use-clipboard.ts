import { useMemo, type ClipboardEvent } from 'react';
import { readClipboard, readMarkup, writeClipboard } from './clipboard-table.ts';
import type { Desk } from '../desk/desk.ts';
import { cleared, copiedTexts, pasted } from './grid-acts.ts';

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
        const text = clipboardData.getData('text/plain');
        pasted(desk, text === '' ? readMarkup(clipboardData.getData('text/html')) : readClipboard(text));
      },
    };
  }, [desk]);
}
