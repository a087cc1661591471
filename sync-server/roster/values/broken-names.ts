/** What stands in the place of a letter that a program could not read. */
export const BROKEN = '\uFFFD';

/** Whether a name has a sign in it that a program leaves where it had no letter ("Nicol?"), or the code of one ("Nicol=C3=B2"). */
export function isBrokenName(text: string): boolean {
  return text.includes(BROKEN) || /\p{L}\?|\?\p{L}|=[0-9A-F]{2}/u.test(text);
}

/** Whether a text cannot be a name: digits without a letter, or an address of e-mail. A dash stands for nothing. */
export function isNoName(text: string): boolean {
  return text.includes('@') || (/\d/.test(text) && !/\p{L}/u.test(text));
}
