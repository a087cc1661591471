const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lsquo: '‘',
  rsquo: '’',
  ordf: 'ª',
  ordm: 'º',
  deg: '°',
};

/** Combining marks of the names of accented letters: `&ograve;` is an o with the first of them. */
const MARKS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030A',
  caron: '\u030C',
  cedil: '\u0327',
};

/** A text with the characters that references of HTML name: `&ograve;`, `&#242;`; what is no reference stays. */
export function resolveReferences(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]+));/gi, (reference, decimal, hex, name) => {
    if (typeof name !== 'string') {
      const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code >= 0x20 && code <= 0xffff ? String.fromCodePoint(code) : ' ';
    }
    const mark = MARKS[name.slice(1).toLowerCase()];
    const letter = mark === undefined ? NAMED[name.toLowerCase()] : `${name[0]}${mark}`.normalize('NFC');
    return letter ?? reference;
  });
}
