/** Pages that have the focus only until their heading is here. */
const early = new WeakSet<Element>();

/** The heading of a part of the page, where one is drawn. */
export function headingOf(part: Element): HTMLElement | undefined {
  const levels = part.matches('main') ? 'h1' : 'h1, h2, h3';
  return [...part.querySelectorAll<HTMLElement>(levels)].find((heading) => heading.checkVisibility());
}

/** Gives the focus to the heading of a part of the page; to the part itself while it has none. */
export function focusHeading(part: HTMLElement): void {
  const target = headingOf(part) ?? part;
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  if (target === part) early.add(part);
  else early.delete(part);
  target.focus();
}

/** Whether a page has the focus only because its heading was not here, and now it is. */
export function isHeadingDue(part: Element): boolean {
  return early.has(part) && document.activeElement === part && headingOf(part) !== undefined;
}
