import type { SchoolId } from '../../../domain/base/ids.ts';
import type { ChainFault } from '../contract/database-report.ts';
import type { Link } from '../contract/devices.ts';
import type { StoredVersion } from '../contract/storage.ts';
import { linkHash } from './history-chain.ts';

/** A link as an adapter has found it: what it says, or undefined where that is no version of a record. */
export interface FoundLink extends Link {
  readonly content: StoredVersion | undefined;
}

const MOST_FAULTS = 20;

/**
 * What is wrong in the links after a known one, as many as the school counts; the first faults, there may be more. Takes one link at a
 * time, so that a history of any length can be looked through.
 */
export function verifyLinks(
  school: SchoolId,
  { before, counted }: { readonly before: Link; readonly counted: Link },
  found: Iterable<FoundLink>,
): readonly ChainFault[] {
  const faults: ChainFault[] = [];
  const note = (number: number, kind: ChainFault['kind']) => {
    if (faults.length < MOST_FAULTS) faults.push({ number, kind });
  };
  let last = before;
  for (const { number, hash, content } of found) {
    const kind = content && faultOf(school, content, last.hash);
    if (number !== last.number + 1) note(last.number + 1, 'missing');
    else if (!content) note(number, 'changed');
    else if (kind) note(number, kind);
    last = { number, hash };
  }
  if (last.number < counted.number) note(last.number + 1, 'missing');
  else if (last.number > counted.number || last.hash !== counted.hash) note(last.number, 'changed');
  return faults;
}

function faultOf(
  school: SchoolId,
  link: StoredVersion,
  previousHash: string,
): ChainFault['kind'] | undefined {
  const content = { ...link, previousHash };
  if (linkHash(school, content) === link.hash) return undefined;
  return devicesBefore(link.device).some((device) => linkHash(school, { ...content, device }) === link.hash)
    ? 'text'
    : 'changed';
}

const REPLACEMENT = '\uFFFD';

/** What a device may have been called when it was hashed: with one half of a surrogate pair, which SQLite keeps as U+FFFD. */
function devicesBefore(device: string): readonly string[] {
  const places = Array.from(device.matchAll(/\uFFFD/g), ({ index }) => index);
  return places.flatMap((place) =>
    Array.from(
      { length: 0x800 },
      (_, half) =>
        device.slice(0, place) +
        String.fromCharCode(0xd800 + half) +
        device.slice(place + REPLACEMENT.length),
    ),
  );
}
