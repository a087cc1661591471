import { create } from 'zustand';

interface PaletteState {
  readonly opened: boolean;
  /** What had the focus when it was opened. */
  readonly before: Element | null;
}

/** Whether the palette is open, and over what. */
export const usePalette = create<PaletteState>(() => ({ opened: false, before: null }));

/** The action that opens the palette; the palette itself does not offer it. */
export const PALETTE_ACTION = 'palette';

/** Opens the palette. */
export function openPalette(): void {
  usePalette.setState({ opened: true, before: document.activeElement });
}

/** Closes the palette. */
export function closePalette(): void {
  usePalette.setState({ opened: false, before: null });
}
