import type { Identity } from './endpoints/session/session.ts';

/** The words that those who know the owner of an account try first: the page and the school judge a new password by the same ones. */
export function personalWords({ username, schoolPass, school, schoolName, ...rest }: Identity): string[] {
  const { surname, givenName, child } = rest;
  const names = child ? [surname, givenName, child.surname, child.givenName] : [surname, givenName];
  return [username, schoolPass, school, schoolName, ...names];
}
