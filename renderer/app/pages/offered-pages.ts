import { can, type Member } from '../../../domain/access/capabilities.ts';
import type { PageManifest } from '../../hosts/page.ts';
import { PAGES } from './page-list.ts';

const all: readonly PageManifest[] = PAGES;

/** The pages that somebody may open, one for each path. */
export function pagesOf(member: Member): readonly PageManifest[] {
  const open = all.filter(({ needs }) => can(member, needs));
  return open.filter(({ path }, place) => open.findIndex((each) => each.path === path) === place);
}

/** The page that an address is for somebody; undefined where there is none, or none that they may open. */
export function pageAt(address: string, member: Member): PageManifest | undefined {
  return all.find(({ needs, path, owns }) => can(member, needs) && (owns ? owns(address) : address === path));
}
