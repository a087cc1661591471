/** How long a name may be typed without a pause, in milliseconds. */
const PAUSE = 800;

const plain = new Intl.Collator('it', { sensitivity: 'base' });

/** Looks for a name by its first letters. */
export interface TypeAhead {
  /** The place of the next name that begins with what was typed, from the place of now on and around the end; undefined where there is none. */
  readonly type: (letter: string, now: number, names: readonly string[], at: number) => number | undefined;
}

/** Letters typed one after the other are one beginning; after a pause, and for the same letter again, it is the next name. */
export function createTypeAhead(): TypeAhead {
  let typed = '';
  let last = Number.NEGATIVE_INFINITY;
  return {
    type(letter, now, names, at) {
      typed = now - last > PAUSE ? letter : typed + letter;
      last = now;
      const isRepeated = [...typed].every((each) => each === typed[0]);
      const beginning = isRepeated ? letter : typed;
      // Another letter of the same beginning may be of the name that is reached already; the first one leads on.
      const first = typed.length === 1 || isRepeated ? at + 1 : at;
      for (let step = 0; step < names.length; step += 1) {
        const place = (Math.max(0, first) + step) % names.length;
        if (beginsWith(names[place] ?? '', beginning)) return place;
      }
      return undefined;
    },
  };
}

function beginsWith(name: string, beginning: string): boolean {
  // Nobody types the apostrophe of D'Angelo or the space of De Luca, nor looks for them.
  const letters = name.normalize('NFC').replaceAll(/[^\p{L}\p{M}]/gu, '');
  // Case and accents do not matter: Ànna is found by a.
  return plain.compare(letters.slice(0, beginning.length), beginning) === 0;
}
