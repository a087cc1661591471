import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** A page, the part of it that is looked at, which goes before. */
type Level = 'page' | 'part';

interface Title {
  readonly level: Level;
  readonly text: string;
}

let titles: readonly Title[] = [];

/**
 * Names what is on the screen in the title of the window (WCAG 2.4.2): a page, or the part of it that is looked at. What was named last goes before, and
 * what was named earlier comes back when it is gone. Nothing is said while the name is not known.
 */
export function usePageTitle(text: string | undefined, level: Level = 'page'): void {
  const { t } = useTranslation();
  const product = t('common.productName');
  useEffect(() => {
    const own = text === undefined ? [] : [{ level, text }];
    titles = [...titles, ...own];
    show(product);
    return () => {
      titles = titles.filter((each) => !own.includes(each));
      show(product);
    };
  }, [text, level, product]);
}

function show(product: string): void {
  const shown = titles.findLast(({ level }) => level === 'part') ?? titles.at(-1);
  document.title = shown ? `${shown.text} — ${product}` : product;
}
