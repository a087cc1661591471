import { matchWords } from '../../ui/notice/plain-words.ts';

/** A section that is meant, and what else was typed: the class. */
export interface TypedSection<S> {
  readonly section: S;
  readonly rest: string;
}

/** So few letters name a class, not a section. */
const LEAST_LETTERS = 3;

/** The sections meant by "3a assenze" or "assenze 3a": a word of their name, or how it begins, before the class or behind it. */
export function typedSections<S>(
  typed: string,
  sections: readonly S[],
  nameOf: (section: S) => string,
): readonly TypedSection<S>[] {
  const words = typed.split(/\s+/).filter((word) => word !== '');
  const found: TypedSection<S>[] = [];
  for (let cut = 1; cut < words.length; cut += 1) {
    const [front, back] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
    for (const [name, rest] of [
      [back, front],
      [front, back],
    ] as const) {
      if (/\d/.test(name) || name.split(' ', 1).join('').length < LEAST_LETTERS) continue;
      for (const section of sections)
        if (matchWords(nameOf(section), name) !== undefined) found.push({ section, rest });
    }
  }
  return found;
}
