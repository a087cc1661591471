import { shallow } from 'zustand/shallow';

/** What is made of some parts under a name: the same object as long as each of them is. */
export type KeptParts<Parts extends object, Made> = (name: string, parts: Parts) => Made;

/**
 * Remembers for each name what was made last, and of which parts: one grade that changes is reckoned anew for its pupil, and not for the whole class. It is
 * told once how something is made, where nothing but its parts is known: none that it is made of can be forgotten.
 */
export function keptParts<Parts extends object, Made>(make: (parts: Parts) => Made): KeptParts<Parts, Made> {
  const kept = new Map<string, { readonly parts: Parts; readonly made: Made }>();
  return (name, parts) => {
    const known = kept.get(name);
    if (known && isSame(known.parts, parts)) return known.made;
    const made = make(parts);
    kept.set(name, { parts, made });
    return made;
  };
}

/** Remembers what was said under a name: the same object as long as all that it says is the same. */
export function keptFacts<Facts extends object>(): KeptParts<Facts, Facts> {
  return keptParts((facts: Facts) => facts);
}

function isSame<Parts extends object>(before: Parts, now: Parts): boolean {
  const names = Object.keys(now) as (keyof Parts)[];
  return (
    names.length === Object.keys(before).length && names.every((name) => isSamePart(before[name], now[name]))
  );
}

/** The same one; a list is the same that is of the same ones. */
function isSamePart(before: unknown, now: unknown): boolean {
  return Object.is(before, now) || (isList(now) && shallow(before, now));
}

function isList(part: unknown): boolean {
  return Array.isArray(part) || part instanceof Map || part instanceof Set;
}
