import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { can } from '../../../domain/access/capabilities.ts';
import { wantSection } from '../../ui/focus/wanted/wanted-section.ts';
import { pagesOf, titleOf, type Shown } from '../pages/offered-pages.ts';
import type { Command } from './commands.ts';

/** The parts of the pages that somebody may open: a line each, which leads to its address or its heading. */
export function useSections(shown: Shown): readonly Command[] {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  return pagesOf(shown).flatMap((page) =>
    (page.sections ?? [])
      .filter(({ needs }) => needs === undefined || can(shown.identity, needs))
      .map(({ id, title, words, path }) => ({
        id: `section.${page.id}.${id}`,
        kind: 'section' as const,
        label: title(t),
        detail: titleOf(page, shown)(t),
        keywords: words?.(t) ?? '',
        run() {
          if (path === undefined) wantSection(page.id, id);
          navigate(path ?? page.path);
        },
      })),
  );
}
