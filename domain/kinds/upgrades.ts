import type { Members, Upgrade } from '../record/upgrade.ts';
import { allKinds, type RecordKind, type RegisterRecord } from './registry.ts';

/** The upgrades of each kind, in the order in which its shape has changed. */
export type Upgrades = { readonly [K in RecordKind]: readonly Upgrade[] };

/**
 * How the shape of each kind has changed since it was released. A stored version is never rewritten, and an old device may always
 * deliver: so whoever reads a record (from the history, from a request, from the local store) upgrades it first.
 */
export const upgrades = Object.fromEntries(
  allKinds.map((kind) => [kind.kind, kind.upgrades]),
  // The registry has every kind under its own name.
) as Upgrades;

/** A value in the shape of today, where it is a record of a known kind; anything else as it is. Whether it is valid is another question. */
export function upgraded(value: unknown, known: Upgrades = upgrades): unknown {
  if (typeof value !== 'object' || value === null) return value;
  let record = value as Members;
  const { kind } = record;
  if (typeof kind !== 'string' || !Object.hasOwn(known, kind)) return value;
  // The line before says that it is one of the kinds.
  for (const { upgrade } of known[kind as RecordKind]) record = upgrade(record);
  return record;
}

/** The version of the protocol in which the shape of a kind changed last; undefined for one that has its first shape, or is unknown. */
export function changedIn(kind: unknown, known: Upgrades = upgrades): number | undefined {
  if (typeof kind !== 'string' || !Object.hasOwn(known, kind)) return undefined;
  // The line before says that it is one of the kinds.
  return known[kind as RecordKind].at(-1)?.since;
}

/** Reads a record that was valid when it was stored as JSON text, in the shape of today. */
export function storedRecord(json: string): RegisterRecord {
  return upgradedRecord(JSON.parse(json));
}

/** A record that was valid when it was stored, in the shape of today. */
export function upgradedRecord(stored: unknown): RegisterRecord {
  // Nothing is stored that was not valid, and the upgrades of its kind have brought it here since.
  return upgraded(stored) as RegisterRecord;
}
