import { can, type Capability, type Member } from '../../../domain/access/capabilities.ts';
import type { PageSection } from '../../hosts/page.ts';
import { OFFICE_ACCOUNTS_PATH } from '../../ui/routes.ts';

/** The sections of the office's page on accounts, each at an address of its own. */
const TABS = ['accounts', 'mails', 'handOvers', 'rules', 'years', 'events'] as const;

/** One of them. */
export type Tab = (typeof TABS)[number];

/** What somebody has to be able to do to see a section: what the school would refuse is not offered. */
const NEEDS: Readonly<Record<Tab, Capability>> = {
  accounts: 'keepAccounts',
  mails: 'keepAccounts',
  handOvers: 'keepRegister',
  rules: 'setRules',
  years: 'setRules',
  events: 'keepAccounts',
};

/** The sections that somebody is shown. */
export function tabsOf(member: Member): readonly Tab[] {
  return TABS.filter((tab) => can(member, NEEDS[tab]));
}

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
  needs: NEEDS[id],
}));
