import { nameSlug } from '../../../domain/kinds/class/record.ts';
import type { ReligionChoiceName } from '../../../domain/kinds/religion-choice/record.ts';

/** What a cell says of the hour of religion: a choice, that the pupil does not attend and no more, nothing, or what nobody can read. */
export type ReligionCell = ReligionChoiceName | 'notAttending' | 'blank' | 'unknown';

const YES = /^(?:si|s|x|y|yes|true|vero|1)$/;
const NO = /^(?:no|n|false|falso|0)$/;
const ATTENDING = /^(?:avvalente(?:si)?|si-avvale|irc|attending)$/;
const NOT_ATTENDING = /^(?:non-avvalente(?:si)?|non-si-avvale|esonerat[oa]|not-attending)$/;
/** "No - studio assistito": what stands behind is the choice. */
const LEAD = /^(?:no|non-avvalente(?:si)?|non-si-avvale|esonerat[oa])-/;
/** Letters that mean one thing wherever they stand. */
const LETTERS: Readonly<Record<string, ReligionChoiceName>> = {
  b: 'assistedStudy',
  c: 'individualStudy',
  i: 'individualStudy',
  u: 'leaves',
};
/** Of the form by which families choose, A to D. */
const OF_FORM: readonly string[] = ['b', 'c'];
/** Of registers that write S, A, D (con docente), I, U. */
const OF_REGISTERS: readonly string[] = ['i', 'u'];

/** The single letters in a column: they tell what A and D mean in it. */
export function lettersIn(column: readonly string[]): ReadonlySet<string> {
  return new Set(column.map(nameSlug).filter((word) => word.length === 1));
}

/** Reads a cell of the column of religion, in which A may also be short for "avvalente". */
export function readReligion(text: string, letters: ReadonlySet<string> = new Set()): ReligionCell {
  const words = nameSlug(text);
  if (words === '') return 'blank';
  if (YES.test(words) || ATTENDING.test(words)) return 'attending';
  if (NO.test(words) || NOT_ATTENDING.test(words)) return 'notAttending';
  const isProved = [...OF_FORM, ...OF_REGISTERS].some((letter) => letters.has(letter));
  if (words === 'a') return isProved ? 'alternative' : 'unknown';
  return choiceIn(words, letters);
}

/** Reads a cell of the column of what is done instead: there a bare yes or no is said of the alternative lessons. */
export function readInstead(
  text: string,
  letters: ReadonlySet<string> = new Set(),
): ReligionChoiceName | 'blank' | 'unknown' {
  const words = nameSlug(text);
  if (words === '' || NO.test(words)) return 'blank';
  return YES.test(words) || words === 'a' ? 'alternative' : choiceIn(words, letters);
}

function choiceIn(words: string, letters: ReadonlySet<string>): ReligionChoiceName | 'unknown' {
  if (words !== 'd') return LETTERS[words] ?? insteadOf(words.replace(LEAD, '')) ?? 'unknown';
  const [ofForm, ofRegisters] = [OF_FORM, OF_REGISTERS].map((some) => some.some((one) => letters.has(one)));
  if (ofForm === ofRegisters) return 'unknown';
  return ofForm === true ? 'leaves' : 'assistedStudy';
}

function insteadOf(words: string): ReligionChoiceName | undefined {
  if (/^(?:(?:attivita|materia|ora|disciplina)-)?alternativ[ae]$|^attivita-didattic/.test(words))
    return 'alternative';
  if (
    /^(?:uscita|esce|entrata-posticipata|ingresso-posticipato|non-frequenza-della-scuola|leaves)/.test(words)
  )
    return 'leaves';
  if (!/^(?:studio|attivita-di-studio|libera-attivita-di-studio|(?:assisted|individual)-study)/.test(words))
    return undefined;
  // "Individuali con assistenza" is with a teacher; "studio" alone may be either.
  if (/senza-assistenza|non-assistit/.test(words)) return 'individualStudy';
  if (/assist|guidat|con-(?:un-)?(?:docente|insegnante)/.test(words)) return 'assistedStudy';
  return /individual|autonom|liber/.test(words) ? 'individualStudy' : undefined;
}
