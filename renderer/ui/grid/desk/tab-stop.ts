/** What can be pressed in a cell. */
const CONTROLS = 'button, input, select, textarea, a[href]';

/** Leaves one tab stop in a grid: what can be pressed in the active cell, else the cell; answers it. */
export function settle(cell: HTMLElement): HTMLElement {
  const target = cell.querySelector<HTMLElement>(CONTROLS) ?? cell;
  for (const other of cell.closest('table')?.querySelectorAll<HTMLElement>('[tabindex="0"]') ?? [])
    if (other !== target) other.tabIndex = -1;
  target.tabIndex = 0;
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
