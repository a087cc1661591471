import type { SchoolLevel } from '../../../domain/kinds/school/record.ts';

/** Words that stand around a class and say nothing of which one: what remains is the class alone. */
const AROUND: readonly (readonly [RegExp, string])[] = [
  [/^(?:classe(?![\p{L}])|cl\.|cl\s)\s*:?\s*/iu, ''],
  // "1_A", as files and sheets write it.
  [/_/g, ' '],
  [/^0(?=[1-5](?!\d))/, ''],
  // "1^ anno A", "Primo anno sez. A".
  [/^(.{1,7}?)\s+anno(?![\p{L}])/iu, '$1'],
  [/[\s,-]*(?<![\p{L}])sez(?:ione|\.|(?![\p{L}]))\s*:?\s*/iu, ' '],
  // The ordinal in letters, with the section behind a blank: "2da A". By itself it may be a section.
  [/^([1-5])\s?(?:ma|nda|da|rza|za|ta)\s+(?=\p{L})/iu, '$1 '],
  [/^(.*[\p{L}\p{N}])\s*[.*]+$/u, '$1'],
];

/** What is said of a pupil beside the class, and no course: a class of its own would be made of it. */
const OF_A_PUPIL =
  /^(?:ritirat|trasferit|ripetent|bocciat|promoss|respint|sospes|nuov[oa]\b|nuov[oa]\s+iscritt|iscritt|uditor|provenient|in\s+(?:attesa|uscita|arrivo|corso)|da\s+(?:confermare|definire|assegnare|verificare|inserire)|non\s|ex\b|all'estero|estero|anno\s+all'estero|dsa$|bes$|nai$|adh$|l\.?\s?104)/i;

/** What stands in the place of a section that nobody has decided. */
const UNDECIDED =
  /^(?:n\.?\s?d\.?|da\s+(?:confermare|definire|assegnare|destinare|stabilire)|non\s.*|nessun[oa]?|in\s+attesa|provvisori[oa]|test|prova|mancante|sconosciut[oa])$/i;

/** The level behind the class, as the register itself tells two classes of one name apart (`1A sec.`), or written out. */
const LEVELS: readonly (readonly [RegExp, SchoolLevel])[] = [
  [/[\s,(-]+prim(?:aria)?\.?\)?$/iu, 'primary'],
  [/[\s,(-]+sec(?:ondaria\s+(?:di\s+)?(?:I|1[°º^ª]?|primo)\s+grado)?\.?\)?$/iu, 'lowerSecondary'],
  [/[\s,(-]+(?:sup|secondaria\s+(?:di\s+)?(?:II|2[°º^ª]?|secondo)\s+grado)\.?\)?$/iu, 'upperSecondary'],
];

/** A cell without the level behind its class, and that level; undefined where none is written. */
export function withoutLevel(
  cell: string,
): { readonly rest: string; readonly level: SchoolLevel } | undefined {
  for (const [words, level] of LEVELS) if (words.test(cell)) return { rest: cell.replace(words, ''), level };
  return undefined;
}

/** A cell without what stands around its class: `cl. 1 sez. A` is `1 A`. */
export function withoutClassWords(cell: string): string {
  return AROUND.reduce((text, [words, instead]) => text.replace(words, instead), cell).trim();
}

/** Whether what stands behind the year is no section, or what stands behind the section no course. */
export function isNoClassWord(section: string, course: string): boolean {
  return UNDECIDED.test(`${section} ${course}`.trim()) || OF_A_PUPIL.test(course);
}
