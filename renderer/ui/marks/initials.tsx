import classes from './initials.module.css';

interface InitialsProps {
  readonly surname: string;
  readonly givenName: string;
  readonly size?: number;
}

/** A circle with a person's initials, until there is a picture. Decorative: the name stands beside it. */
export function Initials({ surname, givenName, size = 32 }: InitialsProps) {
  return (
    <span
      className={classes['circle']}
      data-tone={toneOf(`${surname} ${givenName}`)}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.4) }}
      // Drawn, not written: what has a name holds no text that the name does not say.
      data-initials={initialsOf(surname, givenName)}
      aria-hidden="true"
    />
  );
}

/** Initials of given name and surname, whatever the script: "Ann D'Angelo" is AD, "李 小龙" is 小李. */
export function initialsOf(surname: string, givenName: string): string {
  const first = (text: string) => [...text.trim().replace(/^(?:de|di|da|del|della|el|al)\s+/iu, '')][0] ?? '';
  return `${first(givenName)}${first(surname)}`.toLocaleUpperCase('it');
}

const TONES = 6;

/** The same person always has the same tone; it helps the eye and means nothing. */
function toneOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % TONES;
}
