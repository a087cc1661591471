import { hash } from 'node:crypto';
import type { SchoolId } from '../../../domain/base/ids.ts';
import type { StoredVersion } from '../contract/storage.ts';

/** Hash before the first link of every school. */
export const CHAIN_START = '0'.repeat(64);

/** The members of a link that its hash covers, in their one order. */
export type LinkContent = Omit<StoredVersion, 'hash'>;

/** Hash of a link: covers every member and the hash of the link before, so that no link can be changed, moved or taken out (D37). */
export function linkHash(school: SchoolId, link: LinkContent): string {
  const content = JSON.stringify([
    link.previousHash,
    school,
    link.number,
    link.collection,
    link.id,
    link.entry,
    link.author,
    link.device,
    link.recordedAt,
    link.receivedAt,
    link.outcome,
  ]);
  // The record comes last and as it is stored: no other members could be read into it.
  return hash('sha256', content + link.json, 'hex');
}

/** The first fault in a run of links that follows a known one; undefined when they hold together. */
export function chainFault(
  school: SchoolId,
  before: { readonly number: number; readonly hash: string },
  links: readonly StoredVersion[],
): number | undefined {
  let last = before;
  for (const link of links) {
    const sound =
      link.number === last.number + 1 &&
      link.previousHash === last.hash &&
      link.hash === linkHash(school, link);
    if (!sound) return last.number + 1;
    last = link;
  }
  return undefined;
}
