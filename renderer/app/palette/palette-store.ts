import { create } from 'zustand';

/** Whether the palette is open. */
export const usePalette = create<{ readonly opened: boolean }>(() => ({ opened: false }));

/** Opens the palette. */
export function openPalette(): void {
  usePalette.setState({ opened: true });
}

/** Closes the palette. */
export function closePalette(): void {
  usePalette.setState({ opened: false });
}
