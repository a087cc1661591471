import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

const titles = { page: '', part: '' };

/**
 * Names what is on the screen in the title of the window (WCAG 2.4.2): a page, or the part of it that is looked at, which goes before. Nothing is said while
 * the name is not known.
 */
export function usePageTitle(title: string | undefined, level: keyof typeof titles = 'page'): void {
  const { t } = useTranslation();
  const product = t('common.productName');
  useEffect(() => {
    const show = (text: string) => {
      titles[level] = text;
      const shown = titles.part || titles.page;
      document.title = shown === '' ? product : `${shown} — ${product}`;
    };
    show(title ?? '');
    return () => show('');
  }, [title, level, product]);
}
