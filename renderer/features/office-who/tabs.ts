import { can, type Capability, type Member } from '../../../domain/access/capabilities.ts';
import { PAPER_KINDS, type PaperKind } from '../../../domain/school/who/paper.ts';
import type { PageSection } from '../../hosts/page.ts';
import { OFFICE_WHO_PATH } from '../../ui/routes.ts';

/** A section of «Chi è chi», at an address of its own: its name is that of the kind of paper that it lists. */
export type Tab = PaperKind;

/** Appointments are of all who keep papers; everything else tells of pupils. */
function needOf(tab: Tab): Capability {
  return tab === 'appointment' ? 'keepPapers' : 'keepPupilPapers';
}

/** The sections that somebody is shown. */
export function tabsOf(member: Member): readonly Tab[] {
  return PAPER_KINDS.filter((tab) => can(member, needOf(tab)));
}

/** The address of a section. */
export function pathOf(tab: Tab): string {
  return tab === 'appointment' ? OFFICE_WHO_PATH : `${OFFICE_WHO_PATH}/${tab}`;
}

/** The sections, as the palette finds them. */
export const OFFICE_WHO_SECTIONS: readonly PageSection[] = PAPER_KINDS.map((id) => ({
  id,
  title: (t) => t(`who.tabs.${id}`),
  words: (t) => t(`who.tabWords.${id}`),
  path: pathOf(id),
  needs: needOf(id),
}));
