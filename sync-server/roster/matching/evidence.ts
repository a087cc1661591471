import type { CodeFit } from '../values/fiscal-code.ts';
import type { DateLikeness, NameLikeness } from './likeness.ts';

/** Whether two identifiers are the same; `unknown` where one of them is missing or identifies nobody. */
export type Agreement = 'agree' | 'differ' | 'unknown';

/** Everything that speaks for or against a row and a known person being one. */
export interface Evidence {
  readonly type: 'pupil' | 'guardian' | 'staff';
  /** Fiscal codes of the right form. */
  readonly code: Agreement;
  /** What the row's own code says of the row. */
  readonly fit: CodeFit;
  /** Identifier or username in the source, unless it may be a row number. */
  readonly key: Agreement;
  /** Whether identifiers that differ look as if two programs had given them. */
  readonly isOtherProgram: boolean;
  /** Whether the identifier is a key of a whole set (OneRoster), in which names may change. */
  readonly isSetKey: boolean;
  /** Whether a provisional code agrees that nobody of another name has. */
  readonly provisional: boolean;
  readonly name: NameLikeness;
  /** Whether the surname is the same and the given name one of the other sex (`Mario`, `Maria`): a twin, and no slip of the pen. */
  readonly isOtherSex: boolean;
  readonly birth: DateLikeness;
  /** Pupils: the class of this year is the same, or the one of last year is followed by this one. */
  readonly place: 'same' | 'follows' | 'other';
  /** Whether the files of this run have a row of its own for the known person. */
  readonly isListed: boolean;
  /** Whether the table that the row is in has one: what tells two of its rows apart is meant. */
  readonly isListedBeside: boolean;
  /** Pupils: a guardian in common. Guardians: the child in common. */
  readonly family: boolean;
  /** Guardians: a child of the same surname. */
  readonly familyName: boolean;
  readonly email: Agreement;
  readonly phone: Agreement;
}

/** Why what was decided deserves a look. */
export type Remarkable =
  | 'birthDateCorrected'
  | 'birthDateAgainstCode'
  | 'nameCorrected'
  | 'recognisedByClass'
  | 'homonym'
  | 'guardianHomonym';

/** Why nobody can say. */
export type Doubtful =
  | 'fiscalCodeOfAnother'
  | 'identifierOfAnother'
  | 'namesakeInClass'
  | 'sameNameOtherIdentifier'
  | 'sameNameOtherContacts'
  | 'namesExchanged';

/**
 * What follows. `same`: one person (`isSurmised` where neither an identifier nor name and birth date say so: new addresses then wait for
 * the office). `different`: two. `doubt`: nobody can say, and the row is not taken; an identifier that belongs to somebody else
 * (`isVeto`) outweighs whatever else the row says.
 */
export type Verdict =
  | { readonly kind: 'same'; readonly because?: Remarkable; readonly isSurmised?: boolean }
  | { readonly kind: 'different'; readonly because?: Remarkable }
  | { readonly kind: 'doubt'; readonly because: Doubtful; readonly isVeto?: boolean };

const SAME: Verdict = { kind: 'same' };
const DIFFERENT: Verdict = { kind: 'different' };
const HOMONYM: Verdict = { kind: 'different', because: 'homonym' };

/**
 * Whether a row is about a known person, by the evidence alone. The order is that of strength: fiscal code, identifier of the source,
 * then name with birth date, class, family and contacts. No identifier joins two people whose names contradict it, and no name two whose
 * codes do.
 */
export function judge(evidence: Evidence): Verdict {
  if (evidence.code === 'agree') return byCode(evidence);
  if (evidence.code === 'differ') return byOtherCode(evidence);
  if (evidence.key === 'agree') return byKey(evidence);
  if (evidence.type === 'guardian') return guardianByName(evidence);
  if (evidence.type === 'staff') return staffByName(evidence);
  return pupilByName(evidence);
}

function byCode({ fit, name, birth, isOtherSex }: Evidence): Verdict {
  const veto: Verdict = { kind: 'doubt', because: 'fiscalCodeOfAnother', isVeto: true };
  const isName = isSameName(name);
  if (fit === 'otherPerson') return isName && birth !== 'other' && birth !== 'slip' ? SAME : veto;
  if (fit === 'otherDate')
    return isName || name === 'part' ? { kind: 'same', because: 'birthDateAgainstCode' } : veto;
  if (isName)
    return birth === 'slip' || birth === 'other' ? { kind: 'same', because: 'birthDateCorrected' } : SAME;
  if (isOtherSex) return veto;
  // The row fits its code: a name that was mistyped, shortened, married or exchanged, as long as the birth date does not contradict.
  if (birth !== 'other' && name !== 'other' && name !== 'surname')
    return { kind: 'same', because: 'nameCorrected' };
  return veto;
}

function byOtherCode({ key, name, birth }: Evidence): Verdict {
  // The office has corrected the code: the place of birth, for example.
  if (key === 'agree' && isSameName(name) && birth !== 'other') return SAME;
  if (key === 'agree') return { kind: 'doubt', because: 'identifierOfAnother', isVeto: true };
  return name === 'equal' ? HOMONYM : DIFFERENT;
}

function byKey({ type, name, birth, isSetKey, isOtherSex }: Evidence): Verdict {
  const veto: Verdict = { kind: 'doubt', because: 'identifierOfAnother', isVeto: true };
  if (isSameName(name))
    return birth === 'slip' || birth === 'other' ? { kind: 'same', because: 'birthDateCorrected' } : SAME;
  if (birth === 'other' || (isOtherSex && !isSetKey)) return veto;
  if (name === 'part' || name === 'near' || name === 'exchanged')
    return { kind: 'same', because: 'nameCorrected' };
  // Surnames change, of grown-ups above all; of a pupil the birth date has to say that it is the same one.
  const mayRename = type !== 'pupil' || birth === 'equal' || isSetKey;
  return name === 'givenName' && mayRename ? { kind: 'same', because: 'nameCorrected' } : veto;
}

function pupilByName(evidence: Evidence): Verdict {
  const { key, name, birth, isListed, place } = evidence;
  if (isSameName(name)) {
    if (name !== 'equal' && evidence.isListedBeside) return birth === 'equal' ? HOMONYM : DIFFERENT;
    if (key === 'differ') return pupilOfOtherKey(evidence);
    if (birth === 'equal') return SAME;
    if (isListed) return DIFFERENT;
    if (evidence.provisional && birth !== 'other')
      return birth === 'slip' ? { kind: 'same', because: 'birthDateCorrected' } : SAME;
    return pupilOfOtherDate(evidence);
  }
  // Nobody has a namesake the other way round who was born on the same day: two columns have changed places.
  if (name === 'exchanged' && birth === 'equal') return { kind: 'doubt', because: 'namesExchanged' };
  if (birth !== 'equal' || isListed || key === 'differ') return DIFFERENT;
  if (name === 'part' && place !== 'other')
    return { kind: 'same', because: 'nameCorrected', isSurmised: true };
  // Twins differ in one letter too ("Marco", "Mirco"): only a family in common tells a mistyped surname.
  if (name === 'near' || name === 'part' || (name === 'signs' && place !== 'other')) return HOMONYM;
  return DIFFERENT;
}

/** The same name and no identifier in common: another birth date, or none. */
function pupilOfOtherDate({ birth, place, family }: Evidence): Verdict {
  if (birth === 'unknown')
    return place === 'other' ? HOMONYM : { kind: 'same', because: 'recognisedByClass', isSurmised: true };
  if (birth === 'slip' && (place !== 'other' || family))
    return { kind: 'same', because: 'birthDateCorrected', isSurmised: !family };
  if (place === 'same')
    return family
      ? { kind: 'same', because: 'birthDateCorrected', isSurmised: true }
      : { kind: 'doubt', because: 'namesakeInClass' };
  return birth === 'slip' || place === 'follows' || family ? HOMONYM : DIFFERENT;
}

/** The same name and another identifier: the list of another program, or two children of one name. */
function pupilOfOtherKey({ birth, isListed, isOtherProgram }: Evidence): Verdict {
  if (birth !== 'equal') return birth === 'slip' ? HOMONYM : DIFFERENT;
  if (isListed) return HOMONYM;
  return isOtherProgram ? SAME : { kind: 'doubt', because: 'sameNameOtherIdentifier' };
}

function guardianByName({ name, key, family, familyName, provisional, email, phone }: Evidence): Verdict {
  if (family) {
    if (isSameName(name)) return SAME;
    return name === 'part' ? { kind: 'same', because: 'nameCorrected' } : DIFFERENT;
  }
  if (!isSameName(name) || key === 'differ') return DIFFERENT;
  if (email === 'agree') return SAME;
  if (phone !== 'agree' && !provisional) return DIFFERENT;
  // One telephone or provisional code and one name: a mother of two, or two mothers of whom the office wrote the same.
  if (familyName) return email === 'differ' ? { kind: 'same', isSurmised: true } : SAME;
  return { kind: 'different', because: 'guardianHomonym' };
}

function staffByName({ name, key, email, provisional }: Evidence): Verdict {
  if (!isSameName(name) || key === 'differ') return DIFFERENT;
  return email === 'differ' && !provisional ? { kind: 'doubt', because: 'sameNameOtherContacts' } : SAME;
}

function isSameName(name: NameLikeness): boolean {
  return name === 'equal' || name === 'unsigned';
}
