import { toEntryId, toPersonId, type EntryId, type PersonId } from '../../domain/base/ids.ts';
import { uuidV7 } from '../../domain/base/uuid-v7.ts';

/** Randomness that is the same in every run, in Node and in the browser. */
export interface Seeded {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, the bound. */
  below(bound: number): number;
  entry(epochMilliseconds: number): EntryId;
  person(epochMilliseconds: number): PersonId;
}

/** Creates a source of repeatable randomness (mulberry32). */
export function createSeeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const uuid = (epochMilliseconds: number) =>
    uuidV7(
      epochMilliseconds,
      Uint8Array.from({ length: 10 }, () => Math.floor(next() * 256)),
    );
  return {
    next,
    below: (bound) => Math.floor(next() * bound),
    entry: (at) => toEntryId(uuid(at)),
    person: (at) => toPersonId(uuid(at)),
  };
}
