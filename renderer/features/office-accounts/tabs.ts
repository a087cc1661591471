import type { PageSection } from '../../hosts/page.ts';
import { OFFICE_ACCOUNTS_PATH } from '../../ui/routes.ts';

/** The sections of the office's page on accounts, each at an address of its own. */
export const TABS = ['accounts', 'mails', 'handOvers', 'rules', 'events'] as const;

/** One of them. */
export type Tab = (typeof TABS)[number];

/** The address of a section. */
export function pathOf(tab: Tab): string {
  return tab === 'accounts' ? OFFICE_ACCOUNTS_PATH : `${OFFICE_ACCOUNTS_PATH}/${tab}`;
}

/** The sections, as the palette finds them. */
export const OFFICE_ACCOUNTS_SECTIONS: readonly PageSection[] = TABS.map((id) => ({
  id,
  title: (t) => t(`accounts.tabs.${id}`),
  words: (t) => t(`accounts.tabWords.${id}`),
  path: pathOf(id),
}));
