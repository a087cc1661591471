import { createInterface } from 'node:readline/promises';
import type { SchoolId } from '../../../domain/base/ids.ts';
import type { SchoolDetails } from '../../../domain/protocol/endpoints/office/school-contacts.ts';
import { parseEmailAddress } from '../../../domain/people/email-address.ts';
import { parseSchoolId } from '../../../domain/people/username.ts';
import type { BeginLanguage, BeginWords } from './words.ts';
import { BEGIN_WORDS } from './words.ts';

/** What the command line may carry, and what is asked for where it does not. */
export interface Answers {
  readonly school?: string | undefined;
  readonly details: Partial<SchoolDetails>;
  readonly surname?: string | undefined;
  readonly givenName?: string | undefined;
}

/** A question: text in, what was typed out. */
export type Ask = (question: string) => Promise<string>;

/** What asking works with. */
export interface Asking {
  readonly ask: Ask;
  readonly language: BeginLanguage;
  /** What the register has already of a school with this code; undefined for a new one. */
  readonly known?: (school: SchoolId) => Promise<Partial<SchoolDetails> | undefined>;
}

/** Characters of a name or a contact, as the records take them. */
const LONGEST = 100;

/**
 * Asks for what is missing, until each answer can be used; contacts may stay empty. An answer that cannot be used is told why at once,
 * and costs nothing of what was typed before. Of a school that the register knows nothing is asked again.
 */
export async function completeAnswers(
  given: Answers,
  { ask, language, known }: Asking,
): Promise<Required<Answers>> {
  const words = BEGIN_WORDS[language];
  const usable = async (question: string, from: string | undefined, faultOf: FaultOf) => {
    let typed = from ?? (await ask(`${question}: `));
    for (let fault = faultOf(typed.trim(), words); fault !== undefined; fault = faultOf(typed.trim(), words))
      typed = await ask(`${fault}\n${question}: `);
    return typed.trim();
  };
  const school = await usable(words.askSchool, given.school, schoolFault);
  const code = parseSchoolId(school);
  const standing = (code && (await known?.(code))) ?? {};
  const details: Record<string, string> = {};
  for (const [name, question] of detailQuestions(words)) {
    const isKnown = given.details[name] === undefined && (standing[name] ?? '') !== '';
    // An empty answer leaves the known one as it is.
    details[name] = isKnown ? '' : await usable(question, given.details[name], FAULTS[name]);
  }
  const surname = await usable(words.askSurname, given.surname, personFault);
  const givenName = await usable(words.askGivenName, given.givenName, personFault);
  return { school, details, surname, givenName };
}

/** Why answers cannot be used, in words; undefined when all can. What is not given is not looked at. */
export function answersFault(given: Answers, words: BeginWords): string | undefined {
  const looks: readonly (readonly [string | undefined, FaultOf])[] = [
    [given.school, schoolFault],
    ...detailQuestions(words).map(
      ([name]) => [given.details[name], name === 'name' ? lengthFault : FAULTS[name]] as const,
    ),
    [given.surname, personFault],
    [given.givenName, personFault],
  ];
  for (const [text, faultOf] of looks) {
    const fault = text === undefined ? undefined : faultOf(text.trim(), words);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

type FaultOf = (text: string, words: BeginWords) => string | undefined;

/** The code that the ministry gives to a school or one of its sites: every clerk knows it, and it is not the register's. */
const MINISTRY_CODE = /^(?=.{4}.*[0-9])[A-Z]{4}[0-9A-Z]{6}$/i;

function schoolFault(text: string, words: BeginWords): string | undefined {
  if (parseSchoolId(text) !== undefined) return undefined;
  return MINISTRY_CODE.test(text) ? words.ministryCode(text.toUpperCase()) : words.badSchool;
}

function lengthFault(text: string, words: BeginWords): string | undefined {
  return text.length > LONGEST ? words.tooLong(LONGEST) : undefined;
}

function nameFault(text: string, words: BeginWords): string | undefined {
  return text === '' ? words.faults.nameMissing : lengthFault(text, words);
}

function personFault(text: string, words: BeginWords): string | undefined {
  return text === '' ? words.noPerson : lengthFault(text, words);
}

function emailFault(text: string, words: BeginWords): string | undefined {
  return text !== '' && parseEmailAddress(text) === undefined ? words.badEmail : lengthFault(text, words);
}

const FAULTS: Readonly<Record<keyof SchoolDetails, FaultOf>> = {
  name: nameFault,
  phone: lengthFault,
  email: emailFault,
  address: lengthFault,
  city: lengthFault,
};

function detailQuestions(words: BeginWords): readonly (readonly [keyof SchoolDetails, string])[] {
  return [
    ['name', words.askName],
    ['phone', words.askPhone],
    ['email', words.askEmail],
    ['address', words.askAddress],
    ['city', words.askCity],
  ];
}

/** Asks on a terminal while `work` runs. */
export async function onTerminal<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await work((question) => terminal.question(question));
  } finally {
    terminal.close();
  }
}
