import { SHORTEST_PASSWORD } from './password-length.ts';
import { ITALIAN_PASSWORD_WORDS } from './italian-passwords.ts';

/** How long a password holds out against who guesses, from 0 (at once) to 4 (ten thousand million guesses and more). */
export type PasswordScore = 0 | 1 | 2 | 3 | 4;

/** Why a password is too weak, in the order in which it is looked at. */
export type PasswordWeakness = 'tooShort' | 'tooCommon' | 'tooEasy' | 'personal';

/** What is thought of a password: a fault, or the score of one that may be used. */
export type PasswordVerdict =
  | { readonly fault: PasswordWeakness; readonly score: PasswordScore }
  | { readonly fault?: undefined; readonly score: PasswordScore };

/** The words of a language or a trade, each list under its name. */
type Dictionary = Readonly<Record<string, (string | number)[]>>;

/** The library that estimates how long a password holds out, with its words and keyboards; each program loads it in its own way. */
export interface PasswordEstimator<Graphs> {
  readonly ZxcvbnFactory: new (options: {
    graphs: Graphs;
    dictionary: Record<string, (string | number)[]>;
  }) => {
    /** `words` are tried first. */
    check(password: string, words?: string[]): { readonly score: PasswordScore };
  };
  readonly adjacencyGraphs: Graphs;
  readonly dictionary: Dictionary;
}

/** Scores below this one fall to ten thousand million guesses. */
const LEAST_SCORE = 3;
/** Words shorter than this are in every password by chance. */
const SHORTEST_WORD = 3;
/** Letters and digits of a password that are no name of its owner's. */
const LEAST_REST = 6;

/**
 * The one judge of passwords (S21, S22): the page shows what it says while somebody types, the server refuses by it. Length first, then what everybody
 * tries, then what is easy, then what says who owns it. No rule on composition: it makes people write `Password2026!`.
 */
export function createPasswordJudge<Graphs>(
  library: PasswordEstimator<Graphs>,
): (typed: string, personal: readonly string[]) => PasswordVerdict {
  const { ZxcvbnFactory, adjacencyGraphs, dictionary } = library;
  const estimator = new ZxcvbnFactory({
    graphs: adjacencyGraphs,
    dictionary: { ...dictionary, italian: [...ITALIAN_PASSWORD_WORDS] },
  });
  const estimate = (password: string, words?: string[]) => estimator.check(password, words).score;
  const common = new Set([...(dictionary['passwords-common'] ?? []), ...ITALIAN_PASSWORD_WORDS].map(String));

  return (typed, personal) => {
    const password = typed.normalize('NFC');
    const score = estimate(password);
    if ([...password].length < SHORTEST_PASSWORD) return { fault: 'tooShort', score };
    const plain = password.toLowerCase();
    if (common.has(plain) || common.has(plain.replace(/[^\p{L}]+$/u, '')))
      return { fault: 'tooCommon', score };
    if (score < LEAST_SCORE || hasLittle(plain)) return { fault: 'tooEasy', score };
    const words = personal.flatMap(wordsOf);
    if (isMadeOf(plain, words) || estimate(password, words) < LEAST_SCORE)
      return { fault: 'personal', score };
    return { score };
  };
}

/** Whether there is hardly a letter or digit in it: ten signs in a row are typed by who has no idea, and by who tries. */
function hasLittle(password: string): boolean {
  return contentOf(password) < LEAST_REST;
}

/** Whether hardly anything is left of a password without the names in it: three names in a row have a good score. */
function isMadeOf(password: string, words: readonly string[]): boolean {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ' '), password);
  return contentOf(rest) < LEAST_REST;
}

function contentOf(text: string): number {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '').length;
}

function wordsOf(text: string): string[] {
  const plain = text.toLowerCase();
  const parts = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= SHORTEST_WORD);
  return [...new Set([plain, parts.join(''), ...parts])];
}
