/** What can be pressed in a cell. */
const CONTROLS = 'button, input, select, textarea, a[href]';

/** Moves the one tab stop of a grid from where it was: to what can be pressed in the active cell, else to the cell; answers it. */
export function settle(cell: HTMLElement, before: HTMLElement | undefined): HTMLElement {
  const target = cell.querySelector<HTMLElement>(CONTROLS) ?? cell;
  if (before && before !== target) before.tabIndex = -1;
  if (target.tabIndex !== 0) target.tabIndex = 0;
  return target;
}

/** What can be pressed in the cells of a line is reached by the arrows alone, except in the active one. */
export function withoutTabStops(line: HTMLElement): void {
  for (const control of line.querySelectorAll<HTMLElement>(CONTROLS)) control.tabIndex = -1;
}

/** Whether something in a cell is pressed by its own keys. */
export function isControl(element: Element): boolean {
  return element.matches(CONTROLS);
}
