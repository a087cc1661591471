import { accented, capitalised, isAllOneCase, tidy } from './names.ts';

/** Roman numerals of streets and popes; larger ones are words in Italian as well (`DI`, `LI`, `MI`). */
const NUMERAL = /^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$/;
/** Words cut short by an apostrophe, which is no accent: Ca' d'Oro, Via de' Medici, Po'. */
const CUT = /^(?:ca|co|da|de|be|ne|po|mo|fra|a|i)'$/;

/** Words of which the beginning and the end are written: V.le, P.zza, C.so, F.lli. A name behind an initial (S.Lazzaro) is longer. */
const SHORTENED =
  /(?<![\p{L}])(?:V\.l[eo]|P\.(?:za|zza|zo|zzo|tta|le)|C\.(?:so|da|te)|L\.go|B\.go|S\.da|Str\.da|F\.lli|Vic\.lo|Loc\.ta|Fr\.ne|Reg\.ne|Prov\.le|Com\.le)(?![\p{L}])/giu;

/**
 * Writes an address or a place that a source gives all in capitals as people write it: numerals, letters of houses and abbreviations stay,
 * "VIA XX SETTEMBRE 12/B" becomes "Via XX Settembre 12/B", "CA' DE' FABBRI" "Ca' De' Fabbri". Mixed case stays as it is.
 */
export function niceAddress(address: string): string {
  const tidied = tidy(address);
  if (!isAllOneCase(tidied)) return tidied;
  return tidied
    .toLowerCase()
    .split(' ')
    .map((word) => capitalised(CUT.test(word) ? word : accented(word)))
    .join(' ')
    .replaceAll(/(?<![\p{L}\p{M}\p{N}'])[ivx]+(?![\p{L}\p{M}\p{N}'])/giu, (word) =>
      NUMERAL.test(word.toUpperCase()) ? word.toUpperCase() : word,
    )
    .replaceAll(
      /(\d[/-]?)(\p{Ll})(?!\p{L})/gu,
      (_, number: string, letter: string) => number + letter.toUpperCase(),
    )
    .replaceAll(SHORTENED, (word) => word.charAt(0) + word.slice(1).toLowerCase())
    .replaceAll(/(?<=\d\s?[/-]?\s?)(?:Bis|Ter|Quater)(?!\p{L})/gu, (word) => word.toLowerCase())
    .replaceAll(/(?<![\p{L}])Snc(?![\p{L}])/gu, 'SNC');
}
