import { createInterface } from 'node:readline/promises';
import type { SchoolDetails } from '../../domain/protocol/school-contacts.ts';
import { parseSchoolId } from '../../domain/rules/username.ts';
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

/** Asks for what is missing, until each answer can be used; contacts may stay empty. */
export async function completeAnswers(
  given: Answers,
  { ask, language }: { readonly ask: Ask; readonly language: BeginLanguage },
): Promise<Required<Answers>> {
  const words = BEGIN_WORDS[language];
  const needed = async (question: string, isUsable: (text: string) => boolean) => {
    for (;;) {
      const typed = (await ask(`${question}: `)).trim();
      if (isUsable(typed)) return typed;
    }
  };
  const filled = (text: string) => text !== '';
  const school = given.school ?? (await needed(words.askSchool, (text) => parseSchoolId(text) !== undefined));
  const details: Record<string, string> = {};
  for (const [name, question] of detailQuestions(words))
    details[name] =
      given.details[name] ?? (name === 'name' ? await needed(question, filled) : await ask(`${question}: `));
  const surname = given.surname ?? (await needed(words.askSurname, filled));
  const givenName = given.givenName ?? (await needed(words.askGivenName, filled));
  return { school, details, surname, givenName };
}

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
