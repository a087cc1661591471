/** Remembers what was made of some parts, by name. */
export interface KeptParts<T> {
  /** What was made of these parts the last time, the same object as long as each of them is; else it is made anew. */
  of(name: string, parts: readonly unknown[], make: () => T): T;
}

/**
 * Remembers for each name what was made last, and of what: one grade that changes is reckoned anew for its pupil, and not for the
 * whole class.
 */
export function keptParts<T>(): KeptParts<T> {
  const kept = new Map<string, { readonly parts: readonly unknown[]; readonly made: T }>();
  return {
    of(name, parts, make) {
      const known = kept.get(name);
      if (known && isSame(known.parts, parts)) return known.made;
      const made = make();
      kept.set(name, { parts, made });
      return made;
    },
  };
}

function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((part, index) => Object.is(part, now[index]));
}
