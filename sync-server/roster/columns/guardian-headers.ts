/** The headers, as keys, by which a column tells something of a pupil's first or second guardian. */
export function guardian(number: 1 | 2, names: readonly string[]): readonly string[] {
  const words =
    number === 1
      ? ['genitore1', 'genitore', 'padre', 'tutore', 'tutore1', 'responsabile1']
      : ['genitore2', 'madre', 'tutore2', 'responsabile2'];
  return words.flatMap((word) => names.flatMap((name) => [`${word}${name}`, `${name}${word}`]));
}
