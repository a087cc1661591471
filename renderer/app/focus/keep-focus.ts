import { topDialog } from '../../ui/focus/top-dialog.ts';
import { focusHeading, headingOf, isHeadingDue } from './focus-heading.ts';

/** Whoever takes the focus by itself, as the roll and dialogs do, does so within this time. */
const PATIENCE = 60;
const PARTS = 'section, article, form';
/** Where work goes on in a part of the page, by its one tab stop; `data-work` stands on what holds it. */
const WORK = '[data-work] [tabindex="0"]';

/**
 * Keeps the focus from falling to nowhere (WCAG 2.4.3): when what had it is gone, with its page or alone, or cannot be used any more, it goes to where work
 * goes on in the nearest part that is still there, else to its heading. Whoever clicks on nothing keeps nothing, until the page changes. Answers how to stop.
 */
export function keepFocus(): () => void {
  let held: Element | undefined;
  /** The parts of the page around what had the focus last, innermost first; dialogs stand beside them. */
  let around: readonly HTMLElement[] = [];
  let isGivenUp = false;
  let address = location.href;
  /** Where the last look was: a dialog, or an address. What has come since has its own patience. */
  let place: Element | string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const onFocusIn = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    held = target;
    isGivenUp = false;
    if (target.closest('main')) around = partsAround(target);
  };
  const onFocusOut = () =>
    setTimeout(() => {
      if (hasNothing() && held && isUsable(held)) isGivenUp = true;
    });
  const look = () => {
    timer = undefined;
    const dialog = topDialog();
    const before = place;
    place = dialog ?? location.href;
    if (place !== before && hasNothing()) {
      lookSoon();
      return;
    }
    const isOtherPage = location.href !== address;
    address = location.href;
    const main = document.querySelector('main');
    if (!hasNothing()) {
      if (main && isHeadingDue(main)) focusHeading(main);
      return;
    }
    if (isGivenUp && !isOtherPage) return;
    const near = isOtherPage ? undefined : around.find((part) => part.isConnected && headingOf(part));
    // A line above the page belongs to no part of it: work goes on in the page.
    const places = near || !main ? around : [...around, main];
    const work = dialog || isOtherPage ? undefined : workAround(places);
    const part = dialog ?? near ?? main;
    if (work) work.focus();
    else if (part) focusHeading(part);
  };
  const lookSoon = () => {
    timer ??= setTimeout(look, PATIENCE);
  };

  const observer = new MutationObserver(lookSoon);
  // What is hidden in a narrow window is gone too, and a button that cannot be pressed any more has lost the focus.
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['data-detail', 'disabled'],
  });
  document.addEventListener('focusin', onFocusIn);
  document.addEventListener('focusout', onFocusOut);
  lookSoon();
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', onFocusIn);
    document.removeEventListener('focusout', onFocusOut);
    clearTimeout(timer);
  };
}

/** What cannot be used any more has no focus either: a browser takes it away with the next frame, which may come after the look. */
function hasNothing(): boolean {
  const active = document.activeElement;
  return active === null || active === document.body || !isUsable(active);
}

function isUsable(element: Element): boolean {
  return element.isConnected && element.checkVisibility() && !element.matches(':disabled');
}

function workAround(parts: readonly HTMLElement[]): HTMLElement | undefined {
  for (const part of parts) {
    const work = part.isConnected ? part.querySelector<HTMLElement>(WORK) : null;
    if (work?.checkVisibility()) return work;
  }
  return undefined;
}

function partsAround(element: Element): readonly HTMLElement[] {
  const parts: HTMLElement[] = [];
  for (
    let at = element.closest<HTMLElement>(PARTS);
    at;
    at = at.parentElement?.closest<HTMLElement>(PARTS) ?? null
  )
    parts.push(at);
  return parts;
}
