/** Moves the region so that a cell, or what belongs to one, is whole in sight, past what stays at the edges. */
export function reveal(cell: HTMLElement, region: HTMLElement): void {
  const [at, view] = [cell.getBoundingClientRect(), region.getBoundingClientRect()];
  const edges = edgesOf(region);
  if (cell.closest('tbody')) {
    const [start, end] = [view.top + edges.top, view.top + region.clientHeight - edges.bottom];
    region.scrollTop += past(at.top, at.bottom, start, end);
  }
  if (!cell.hasAttribute('data-stuck')) {
    const [start, end] = [view.left + edges.start, view.left + region.clientWidth - edges.end];
    region.scrollLeft += past(at.left, at.right, start, end);
  }
}

/** Brings a cell into sight again that a region covers because it has become lower by so many pixels; not one that was out of sight already. */
export function uncover(cell: HTMLElement, region: HTMLElement, lost: number): void {
  const end = region.getBoundingClientRect().top + region.clientHeight - edgesOf(region).bottom;
  const covered = cell.getBoundingClientRect().bottom - end;
  if (covered > 0 && covered <= lost) region.scrollTop += covered;
}

/** How far something must move to lie within; its beginning first, where it is longer than the room. */
function past(from: number, to: number, start: number, end: number): number {
  if (from < start) return from - start;
  return to > end ? Math.min(to - end, from - start) : 0;
}

/** How much of a region is covered by head, foot, names and the columns at the edge, in pixels. */
function edgesOf(region: HTMLElement) {
  const covered = (selector: string, side: 'offsetHeight' | 'offsetWidth') =>
    [...region.querySelectorAll<HTMLElement>(selector)]
      .filter((element) => getComputedStyle(element).position === 'sticky')
      .reduce((sum, element) => sum + element[side], 0);
  return {
    top: covered('thead', 'offsetHeight'),
    bottom: covered('tfoot', 'offsetHeight'),
    start: covered('thead [data-stuck=start]', 'offsetWidth'),
    end: covered('thead [data-stuck=end]', 'offsetWidth'),
  };
}
