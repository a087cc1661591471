/** A repeatable source of chance: the same seed and label give the same schools on every machine. */
export interface Random {
  /** A number from 0 (included) to 1 (excluded). */
  readonly next: () => number;
  /** A whole number, both ends included. */
  readonly integer: (min: number, max: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  readonly shuffle: <T>(items: readonly T[]) => T[];
  readonly bytes: (count: number) => Uint8Array;
}

/** Starts a repeatable source of chance; each label has its own sequence, so that a change in one place moves nothing elsewhere. */
export function createRandom(seed: number, label: string): Random {
  let state = hashText(`${seed}/${label}`);
  // mulberry32: small, quick and good enough for invented names; never used for anything secret.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: <T>(items: readonly T[]): T => {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new Error('Nothing to pick from');
      return item;
    },
    shuffle: <T>(items: readonly T[]): T[] => {
      const keyed = items.map((item) => ({ item, key: next() }));
      return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
    },
    bytes: (count) => {
      const bytes = new Uint8Array(count);
      let rest = 0;
      for (let index = 0; index < count; index += 1) {
        if (index % 4 === 0) rest = Math.floor(next() * 4_294_967_296);
        bytes[index] = rest & 0xff;
        rest >>>= 8;
      }
      return bytes;
    },
  };
}

function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash | 0;
}
