import { focusHeading, headingOf, isHeadingDue } from './focus-heading.ts';

/** Whoever takes the focus by itself, as the roll and dialogs do, does so within this time. */
const PATIENCE = 60;
const PARTS = 'section, article, form';

/**
 * Keeps the focus from falling to nowhere (WCAG 2.4.3): when what had it is gone, with its page or alone, the heading of the nearest part that is still
 * there has it. Whoever clicks on nothing keeps nothing, until the page changes. Answers how to stop.
 */
export function keepFocus(): () => void {
  let held: Element | undefined;
  /** The parts of the page around what had the focus last, innermost first; dialogs stand beside them. */
  let around: readonly HTMLElement[] = [];
  let isGivenUp = false;
  let address = location.href;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const onFocusIn = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    held = target;
    isGivenUp = false;
    if (target.closest('main')) around = partsAround(target);
  };
  const onFocusOut = () =>
    setTimeout(() => {
      if (hasNothing() && held?.isConnected && held.checkVisibility()) isGivenUp = true;
    });
  const look = () => {
    timer = undefined;
    const isOtherPage = location.href !== address;
    address = location.href;
    const main = document.querySelector('main');
    if (!hasNothing()) {
      if (main && isHeadingDue(main)) focusHeading(main);
      return;
    }
    if (isGivenUp && !isOtherPage) return;
    const dialog = [...document.querySelectorAll<HTMLElement>('[role=dialog][aria-modal=true]')].at(-1);
    const near = isOtherPage ? undefined : around.find((part) => part.isConnected && headingOf(part));
    const part = dialog ?? near ?? main;
    if (part) focusHeading(part);
  };
  const lookSoon = () => {
    timer ??= setTimeout(look, PATIENCE);
  };

  const observer = new MutationObserver(lookSoon);
  // What is hidden in a narrow window is gone too.
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['data-detail'],
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

function hasNothing(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
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
