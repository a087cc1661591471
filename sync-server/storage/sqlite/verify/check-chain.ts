import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { SchoolId } from '../../../../domain/base/ids.ts';
import { CHAIN_START, linkHash } from '../../ledger/history-chain.ts';
import { numberAt, placeOf } from '../place.ts';
import { toVersion } from '../rows.ts';
import type { StoredVersion } from '../../contract/storage.ts';

/**
 * What is wrong at a link. `changed`: its hash is not the one of its content, or does not follow from the link before. `missing`: there
 * are none between two numbers, or at the end. `text`: its content is whole, but its device has a text that is not well formed, kept
 * otherwise than it was hashed (a fault of earlier versions, and no sign of tampering).
 */
export interface ChainFault {
  readonly number: number;
  readonly kind: 'changed' | 'missing' | 'text';
}

/** The chain of a school as it was found. */
export interface ChainReport {
  readonly school: SchoolId;
  /** Links that the school has, by its own count. */
  readonly links: number;
  /** Hash of the last link: kept elsewhere, it shows later whether the chain has been written anew. */
  readonly head: string;
  /** The first faults; there may be more. */
  readonly faults: readonly ChainFault[];
}

const MOST_FAULTS = 20;

/** The codes of all schools in a database. */
export function schoolsOf(database: DatabaseSync): readonly SchoolId[] {
  // The column holds only codes that were written through the type.
  return database
    .prepare('SELECT code FROM school ORDER BY code')
    .all()
    .map((row) => row['code'] as SchoolId);
}

/** Checks the chain of a school, from its beginning or its last links alone, one link in memory at a time; undefined for no such school. */
export function checkChain(
  database: DatabaseSync,
  school: SchoolId,
  lastLinks = Infinity,
): ChainReport | undefined {
  const row = database.prepare('SELECT key, number, hash FROM school WHERE code = ?').get(school);
  if (!row) return undefined;
  const [key, links, head] = [Number(row['key']), Number(row['number']), String(row['hash'])];
  const from = Math.max(0, links - lastLinks);
  const before = database.prepare('SELECT hash FROM history WHERE place = ?').get(placeOf(key, from));
  let last = { number: from, hash: from === 0 ? CHAIN_START : String(before?.['hash']) };
  const faults: ChainFault[] = [];
  const note = (number: number, kind: ChainFault['kind']) => {
    if (faults.length < MOST_FAULTS) faults.push({ number, kind });
  };
  const rows = database
    .prepare('SELECT h.*, NULL AS previous_hash FROM history h WHERE place > ? AND place < ? ORDER BY place')
    .iterate(placeOf(key, from), placeOf(key + 1, 0));
  for (const found of rows) {
    const number = numberAt(Number(found['place']));
    if (number !== last.number + 1) note(last.number + 1, 'missing');
    else {
      const kind = faultOf(school, found, last.hash);
      if (kind) note(number, kind);
    }
    last = { number, hash: String(found['hash']) };
  }
  if (last.number < links) note(last.number + 1, 'missing');
  else if (last.number > links || last.hash !== head) note(last.number, 'changed');
  return { school, links, head, faults };
}

function faultOf(
  school: SchoolId,
  row: Readonly<Record<string, SQLOutputValue>>,
  previousHash: string,
): ChainFault['kind'] | undefined {
  const link = read(row);
  if (!link) return 'changed';
  const content = { ...link, previousHash };
  if (linkHash(school, content) === link.hash) return undefined;
  return devicesBefore(link.device).some((device) => linkHash(school, { ...content, device }) === link.hash)
    ? 'text'
    : 'changed';
}

/** A row that is no link of a history is undefined. */
function read(row: Readonly<Record<string, SQLOutputValue>>): StoredVersion | undefined {
  try {
    return toVersion(row);
  } catch {
    return undefined;
  }
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
