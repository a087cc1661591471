import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import type { PersonalData } from '../../../domain/kinds/personal-data/record.ts';
import { listName, type Person } from '../../../domain/kinds/person/record.ts';
import type { Table } from '../columns/recognise.ts';
import type { ReasonCode, WarningCode } from '../report/reasons.ts';
import type { CleanPerson } from './clean.ts';
import {
  judge,
  type Agreement,
  type Doubtful,
  type Evidence,
  type Remarkable,
  type Verdict,
} from './evidence.ts';
import { birthDateOf, codeKey, hasForm, isSoundCode, sexOfCode } from '../values/fiscal-code.ts';
import { givenNameSex } from './given-name-sex.ts';
import { mailboxKey, phoneKey } from './identifiers.ts';
import { compareDates, compareNames, keyOf } from './likeness.ts';
import type { PersonInput } from './person-input.ts';
import type { Survey } from './survey.ts';

/** A known person with the data that the office alone reads. */
export interface Known {
  readonly person: Person;
  readonly data: PersonalData | undefined;
}

/** What the row says beside the person's own cells. */
export interface Circumstances {
  /** The table that the row is in. */
  readonly table?: Table;
  readonly isSetKey?: boolean;
  /** The child in whose row a guardian stands. */
  readonly child?: PersonId;
  readonly place?: (known: Person) => Evidence['place'];
  readonly family?: (known: Known) => boolean;
  readonly familyName?: (known: Known) => boolean;
  /** Whether a name alone may lead to this person: staff of the same kind of post. */
  readonly isEligible?: (known: Person) => boolean;
}

/** Outcome of looking for a person. */
export type Match =
  | {
      readonly kind: 'found';
      readonly person: Person;
      readonly data: PersonalData | undefined;
      readonly remark?: MatchRemark;
      /** New addresses wait for the office. */
      readonly isSurmised: boolean;
    }
  | { readonly kind: 'none'; readonly namesake: boolean; readonly remark?: MatchRemark }
  | { readonly kind: 'refused'; readonly code: ReasonCode; readonly value: string };

/** What deserves a look of a match. */
export interface MatchRemark {
  readonly code: WarningCode;
  readonly value: string;
}

interface Weighed extends Known {
  readonly evidence: Evidence;
  readonly verdict: Verdict;
}

/** No school has so many people of one name, or of one surname and birthday: in a list that has, the rows are no people, and each would be compared with all. */
const MOST_CANDIDATES = 500;

/** Decides among the known people who share anything with a row which of them it is about, if any. */
export function findPerson(
  clean: CleanPerson,
  candidates: readonly Known[],
  survey: Survey,
  { circumstances, today }: { readonly circumstances: Circumstances; readonly today: LocalDate },
): Match {
  if (candidates.length > MOST_CANDIDATES)
    return { kind: 'refused', code: 'ambiguousPerson', value: listName(clean.input) };
  const weighed = candidates.flatMap((known): readonly Weighed[] => {
    if (sharesNothing(clean, known)) return [];
    const evidence = weigh(clean, known, survey, { circumstances, today });
    const isNamed = evidence.code === 'agree' || evidence.key === 'agree';
    if (!isNamed && circumstances.isEligible?.(known.person) === false) return [];
    return [{ ...known, evidence, verdict: judge(evidence) }];
  });
  const same = best(weighed.filter(({ verdict }) => verdict.kind === 'same'));
  const doubts = weighed.flatMap((one) =>
    one.verdict.kind === 'doubt' ? [{ ...one, verdict: one.verdict }] : [],
  );
  // A code that contradicts its own row says whose it is not, and no more.
  const isWeakVeto = (because: Doubtful) =>
    because === 'fiscalCodeOfAnother' && clean.fit !== 'fits' && same.length > 0;
  const veto = doubts.find(({ verdict }) => verdict.isVeto === true && !isWeakVeto(verdict.because));
  if (veto) return refused(veto, clean);
  const [only, second] = same;
  if (second) return { kind: 'refused', code: 'ambiguousPerson', value: listName(clean.input) };
  if (only?.verdict.kind === 'same') {
    const { person, data, verdict } = only;
    const because = verdict.because;
    return {
      kind: 'found',
      person,
      data,
      isSurmised: verdict.isSurmised === true,
      ...(because === undefined ? {} : { remark: remarkOf(because, only) }),
    };
  }
  const doubt = doubts[0];
  if (doubt) return refused(doubt, clean);
  // Whose codes are different has been told apart by the office already: there is nothing to ask or to look at.
  const others = candidates.filter((known) => !haveOtherCodes(clean, known));
  const [remark] = weighed.flatMap((one) =>
    one.verdict.kind === 'different' && one.verdict.because !== undefined && !haveOtherCodes(clean, one)
      ? [remarkOf(one.verdict.because, one)]
      : [],
  );
  return {
    kind: 'none',
    namesake: others.some(({ person }) => compareNames(person, clean.input) === 'equal'),
    ...(remark === undefined ? {} : { remark }),
  };
}

/** Whether a row and a known person each have a fiscal code of the right form, and not the same. */
function haveOtherCodes({ claimedCode }: CleanPerson, { data }: Known): boolean {
  const known = data?.fiscalCode;
  if (claimedCode === undefined || known === undefined || !hasForm(known)) return false;
  return codeKey(claimedCode) !== codeKey(known);
}

/** Whether nothing speaks for a candidate but half a name: most of a long list, which need not be weighed. */
function sharesNothing({ input, claimedCode }: CleanPerson, { person, data }: Known): boolean {
  const name = compareNames(person, input);
  if (name !== 'surname' && name !== 'givenName' && name !== 'other') return false;
  const code = claimedCode ?? input.fiscalCode;
  const isSameCode =
    code !== undefined && data?.fiscalCode !== undefined && codeKey(code) === codeKey(data.fiscalCode);
  const isSameKey =
    (input.sourceId !== undefined && input.sourceId === data?.sourceId) ||
    (input.sourceUsername !== undefined &&
      input.sourceUsername.toLowerCase() === data?.sourceUsername?.toLowerCase());
  return !isSameCode && !isSameKey;
}

function weigh(
  { input, claimedCode, fit, held }: CleanPerson,
  known: Known,
  survey: Survey,
  { circumstances, today }: { readonly circumstances: Circumstances; readonly today: LocalDate },
): Evidence {
  const { person, data } = known;
  const knownCode = data?.fiscalCode !== undefined && hasForm(data.fiscalCode) ? data.fiscalCode : undefined;
  const areProofs =
    fit === 'fits' && [claimedCode, knownCode].every((one) => one !== undefined && isSoundCode(one));
  const code = agreement(claimedCode && codeKey(claimedCode), knownCode && codeKey(knownCode));
  const ids = agreement(input.sourceId, data?.sourceId);
  const names = agreement(input.sourceUsername?.toLowerCase(), data?.sourceUsername?.toLowerCase());
  const hasLeft = person.leftOn !== undefined && person.leftOn <= today;
  const listed = {
    ...person,
    fiscalCode: knownCode,
    ...(data?.sourceId === undefined ? {} : { sourceId: data.sourceId }),
  };
  const isOwnRow =
    compareNames(person, input) === 'equal' && compareDates(person.birthDate, input.birthDate) === 'equal';
  const lists = (table?: Table) => !isOwnRow && survey.lists(listed, table);
  const ownEmails = input.emails?.filter((email) => !held.has(email)) ?? [];
  return {
    type: input.type,
    // A mistyped code, or somebody else's, says nothing against.
    code: code === 'differ' && !areProofs ? 'unknown' : code,
    fit,
    key:
      ids === 'agree' || names === 'agree'
        ? 'agree'
        : ids === 'differ' || names === 'differ'
          ? 'differ'
          : 'unknown',
    isOtherProgram: names !== 'differ' && shapeOf(input.sourceId) !== shapeOf(data?.sourceId),
    isSetKey: circumstances.isSetKey === true,
    provisional:
      claimedCode === undefined && input.fiscalCode !== undefined && input.fiscalCode === data?.fiscalCode,
    name: compareNames(person, input),
    isOtherSex: isOfOtherSex(input, known, code === 'agree' ? claimedCode : undefined),
    birth: compareDates(
      person.birthDate ?? (knownCode === undefined ? undefined : birthDateOf(knownCode, today)),
      input.birthDate ??
        (claimedCode !== undefined && fit === 'fits' ? birthDateOf(claimedCode, today) : undefined),
    ),
    place: hasLeft ? 'other' : (circumstances.place?.(person) ?? 'other'),
    isListed: isOwnRow && ids === 'differ' ? survey.lists({ ...listed, birthDate: undefined }) : lists(),
    isListedBeside: circumstances.table !== undefined && lists(circumstances.table),
    family: circumstances.family?.(known) === true,
    familyName: circumstances.familyName?.(known) === true,
    email: common(
      ownEmails.map(mailboxKey),
      data?.emails.filter((email) => !survey.isSharedContact(email)).map(mailboxKey),
    ),
    phone: common(phonesOf(input.phones, survey), phonesOf(data?.phones, survey)),
  };
}

/** Whether a row gives a person's surname with a given name of the other sex than the code in common tells, or the name that stands. */
function isOfOtherSex(input: PersonInput, { person, data }: Known, code: string | undefined): boolean {
  if (input.type !== 'pupil' || keyOf(input.surname) !== keyOf(person.surname)) return false;
  if (keyOf(input.givenName) === keyOf(person.givenName)) return false;
  const stands = code === undefined ? (sexOf(data?.sex) ?? givenNameSex(person.givenName)) : sexOfCode(code);
  const given = sexOf(input.sex) ?? givenNameSex(input.givenName);
  return stands !== undefined && given !== undefined && stands !== given;
}

function sexOf(sex: PersonInput['sex']): 'F' | 'M' | undefined {
  return sex === 'X' ? undefined : sex;
}

function phonesOf(phones: readonly string[] | undefined, survey: Survey): readonly string[] {
  return (phones ?? [])
    .flatMap((phone) => phoneKey(phone) ?? [])
    .filter((key) => !survey.isSharedContact(key));
}

function agreement(a: string | undefined, b: string | undefined): Agreement {
  if (a === undefined || b === undefined || a === '' || b === '') return 'unknown';
  return a === b ? 'agree' : 'differ';
}

function common(some: readonly string[], others: readonly string[] | undefined): Agreement {
  if (some.length === 0 || others === undefined || others.length === 0) return 'unknown';
  return some.some((one) => others.includes(one)) ? 'agree' : 'differ';
}

/** The form of an identifier: which of its signs are digits. */
function shapeOf(id: string | undefined): string {
  return (id ?? '').replaceAll(/\d/g, '9').replaceAll(/\p{L}/gu, 'a');
}

/** Those with the strongest evidence. */
function best(same: readonly Weighed[]): readonly Weighed[] {
  const rated = same.map((one) => ({ one, rank: rankOf(one) }));
  const highest = Math.max(...rated.map(({ rank }) => rank));
  return rated.filter(({ rank }) => rank === highest).map(({ one }) => one);
}

function rankOf({ evidence, verdict }: Weighed): number {
  const { code, key, name, birth, place, family } = evidence;
  const signs = [
    verdict.kind === 'same' && verdict.isSurmised === true ? 0 : 64,
    code === 'agree' ? 32 : 0,
    key === 'agree' ? 16 : 0,
    name === 'equal' ? 8 : 0,
    birth === 'equal' ? 4 : 0,
    family ? 2 : 0,
    place === 'same' ? 1 : 0,
  ];
  return signs.reduce((sum, sign) => sum + sign, 0);
}

function refused(
  { verdict, person, data }: Weighed & { readonly verdict: { readonly because: Doubtful } },
  { input, claimedCode }: CleanPerson,
): Match {
  const { because } = verdict;
  const value =
    because === 'fiscalCodeOfAnother'
      ? (claimedCode ?? '')
      : because === 'identifierOfAnother'
        ? input.sourceId || (input.sourceUsername ?? '')
        : because === 'sameNameOtherIdentifier'
          ? (data?.sourceId ?? data?.sourceUsername ?? '')
          : nameAndBirth(person);
  return { kind: 'refused', code: because, value };
}

function remarkOf(because: Remarkable, { person, data }: Weighed): MatchRemark {
  const isDate = because === 'birthDateCorrected' || because === 'birthDateAgainstCode';
  const value = isDate ? (person.birthDate ?? data?.fiscalCode ?? '–') : nameAndBirth(person);
  return { code: because, value };
}

function nameAndBirth(person: Person): string {
  return person.birthDate === undefined ? listName(person) : `${listName(person)} (${person.birthDate})`;
}
