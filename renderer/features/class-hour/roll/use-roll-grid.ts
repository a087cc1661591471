import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { PersonId } from '../../../../domain/base/ids.ts';
import { markOfKey } from '../marks/marks.ts';
import type { HourMark } from '../../../../domain/kinds/attendance-day/hour-presence.ts';
import { isBehindDialog } from '../../../ui/focus/top-dialog.ts';
import { createNumberJump } from './number-jump.ts';

/** Who has the focus here keeps it when a class opens: what is used again and again beside it, and where somebody is writing or being asked. */
const KEEPS_FOCUS =
  '[data-keeps-focus], input, textarea, select, [contenteditable=true], [role=dialog], [role=menu]';

interface RollGridOptions {
  /** Whom the roll lists, in its order. */
  readonly pupils: readonly PersonId[];
  readonly rows: number;
  readonly onMark: (index: number, mark: HourMark) => void;
  /** Enter: more about the pupil. */
  readonly onOpen: (index: number) => void;
  readonly onUndo: () => void;
  readonly onConfirm: () => void;
  /** A number was typed that no pupil of the class has. */
  readonly onNoNumber: (number: number) => void;
  readonly onSearch: () => void;
  readonly onTopic: () => void;
  readonly onJustify: (index: number) => void;
  readonly onPermit: (index: number) => void;
  readonly onOutOfClass: (index: number) => void;
  /** Of several rolls one alone takes the focus when they open. */
  readonly takesFocus?: boolean;
  /** An arrow leads over the edge of the list: to the roll beside it, where there is one. */
  readonly onBeyond?: ((key: string, index: number) => void) | undefined;
}

/** The roving focus of the roll call. */
export interface RollGrid {
  readonly active: number;
  setActive(index: number): void;
  focus(index?: number): void;
  cellRef(index: number): (cell: HTMLDivElement | null) => void;
  onKeyDown(event: KeyboardEvent): void;
}

/** One tab stop for the whole class: arrows, digits and letters do the rest. Pupils run down the first column, then the next. */
export function useRollGrid(options: RollGridOptions): RollGrid {
  const { pupils, rows } = options;
  const count = pupils.length;
  // By the pupil, not by the place: a list that arrives anew may have put somebody else there, and the next letter would mark that one.
  const [chosen, setChosen] = useState<Chosen>({ at: 0 });
  const active = activeOf(chosen, pupils);
  const cells = useRef(new Map<number, HTMLDivElement>());
  const [jump] = useState(() => createNumberJump(pageTime));
  const latest = useRef(options);
  const activeNow = useRef(0);
  useEffect(() => {
    latest.current = options;
    activeNow.current = active;
  });

  const setActive = useCallback((index: number) => {
    const pupil = latest.current.pupils[index];
    setChosen({ at: index, ...(pupil === undefined ? {} : { pupil }) });
  }, []);

  const focus = useCallback((index?: number) => cells.current.get(index ?? activeNow.current)?.focus(), []);

  // The class opens ready for its roll call: the first pupil has the focus, no Tab needed. Whoever walks through the days keeps it where it is.
  const hasPupils = count > 0 && options.takesFocus !== false;
  useEffect(() => {
    if (hasPupils && !document.activeElement?.closest(KEEPS_FOCUS)) focus(0);
  }, [hasPupils, focus]);

  const refs = useMemo(
    () =>
      Array.from({ length: count }, (_, index) => (cell: HTMLDivElement | null) => {
        if (cell) cells.current.set(index, cell);
        else cells.current.delete(index);
      }),
    [count],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    // The first letters typed into the palette would mark somebody.
    if (isBehindDialog(event.currentTarget)) return;
    const { onMark, onOpen, onUndo, onConfirm, onNoNumber, onSearch, onTopic, onJustify } = latest.current;
    const { onPermit, onOutOfClass } = latest.current;
    const handled = () => event.preventDefault();
    if (event.ctrlKey || event.metaKey) {
      // With a third key it is another act, to which the whole page listens.
      if (event.shiftKey || event.altKey) return;
      if (event.key === 'Enter') onConfirm();
      else if (event.key.toLowerCase() === 'z') onUndo();
      else return;
      handled();
      return;
    }
    if (event.altKey) return;
    const target = moved(event.key, active, count, rows);
    if (target !== undefined) {
      jump.reset();
      const { onBeyond } = latest.current;
      if (onBeyond && target === active && event.key.startsWith('Arrow')) onBeyond(event.key, active);
      else focus(target);
      handled();
      return;
    }
    if (/^\d$/.test(event.key)) {
      const number = jump.type(event.key, count);
      if (number !== undefined) focus(number - 1);
      // A nought may be the beginning of 07.
      else if (event.key !== '0') onNoNumber(Number(event.key));
      handled();
      return;
    }
    jump.reset();
    if (event.key === 'Enter') {
      // A button in the row has an Enter of its own.
      if (event.target instanceof Element && event.target.closest('button, a, input')) return;
      onOpen(active);
    } else if (event.key === '/') onSearch();
    else if (event.key.toLowerCase() === 't') onTopic();
    else if (event.key.toLowerCase() === 'g') onJustify(active);
    else if (event.key.toLowerCase() === 'm') onPermit(active);
    else if (event.key.toLowerCase() === 'c') onOutOfClass(active);
    else {
      const mark = markOfKey(event.key);
      if (mark === undefined) return;
      // Also where nothing may be written: whoever is asked says why.
      onMark(active, mark);
    }
    handled();
  };

  return {
    active,
    setActive,
    focus,
    cellRef: (index) => refs[index] ?? (() => undefined),
    onKeyDown,
  };
}

/** The pupil whose row has the focus or had it last, and where that was. */
interface Chosen {
  readonly at: number;
  readonly pupil?: PersonId;
}

/** Where the chosen pupil stands now; where the row was, if the pupil has gone from the list. */
export function activeOf({ at, pupil }: Chosen, pupils: readonly PersonId[]): number {
  const found = pupil === undefined ? -1 : pupils.indexOf(pupil);
  return found === -1 ? Math.min(at, Math.max(0, pupils.length - 1)) : found;
}

/** Milliseconds since the page was opened. */
function pageTime(): number {
  return performance.now();
}

/** Where a movement key leads; undefined when the key moves nothing. */
function moved(key: string, from: number, count: number, rows: number): number | undefined {
  const within = (index: number) => Math.min(count - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowDown':
      return within(from + 1);
    case 'ArrowUp':
      return within(from - 1);
    case 'ArrowRight':
      return from + rows < count ? from + rows : from;
    case 'ArrowLeft':
      return from - rows >= 0 ? from - rows : from;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'PageDown':
      return within(from + 10);
    case 'PageUp':
      return within(from - 10);
    default:
      return undefined;
  }
}
