import { nameKey } from '../values/names.ts';
import { isBlankMark } from './identifiers.ts';

/** What lists say of a guardian who is dead, with the name or in its place. */
const DEAD = /(?<!\p{L})(?:decedut[oa]|defunt[oa])(?!\p{L})/iu;
/** Some marks of two letters are names as well (`Na`, `No`): then both cells must say the same. */
const LONGEST_NAME_LIKE = 2;

/**
 * Whether two cells say that there is nobody: `ND` `ND`, `-` `-`, `Non` `pervenuto`, `Supplente` `da nominare`. One mark of a single word beside
 * a name says nothing: Manca and Null are surnames, and who has one name has a dash for the other.
 */
export function isPlaceholderName(surname: string, givenName: string): boolean {
  const cells = [surname, givenName];
  if (isBlankMark(cells.join(' ')) || cells.some((cell) => cell.includes(' ') && isBlankMark(cell)))
    return true;
  if (!cells.every(isBlankMark)) return false;
  const [one = '', other = ''] = cells.map(nameKey);
  return one === other || one.length > LONGEST_NAME_LIKE || other.length > LONGEST_NAME_LIKE;
}

/** Whether a guardian's cells name nobody who could have an account. */
export function isNoGuardian(surname: string, givenName: string): boolean {
  return isPlaceholderName(surname, givenName) || DEAD.test(`${surname} ${givenName}`);
}
