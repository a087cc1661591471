/** A column that has not come by then is not gone to. */
const PATIENCE = 4000;

const GRID = '[data-work] [role="grid"]';

/** Gives the focus back to the cell of the grid that had it. */
export function focusGrid(): void {
  document.querySelector<HTMLElement>(`${GRID} [tabindex="0"]`)?.focus();
}

/** Chooses the first cell of a column, as soon as the column is drawn: whoever made it writes in it. */
export function focusCell(column: string): void {
  if (chosen(column)) return;
  const observer = new MutationObserver(() => {
    if (chosen(column)) stop();
  });
  const timer = setTimeout(() => observer.disconnect(), PATIENCE);
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  observer.observe(document.body, { childList: true, subtree: true });
}

function chosen(column: string): boolean {
  const cell = document.querySelector(`${GRID} tbody tr [data-column="${CSS.escape(column)}"]`);
  // A grid keeps what is chosen by itself, and is told of it as by a hand.
  cell?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true, button: 0 }));
  return cell !== null;
}
