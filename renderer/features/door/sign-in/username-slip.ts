import { parseUsername } from '../../../../domain/people/username.ts';

/**
 * Whether a username looks like a slip of the fingers: a family's username whose last letter does not follow from the rest.
 *
 * Only a hint: usernames that were imported end in any letter.
 */
export function looksMistyped(typed: string): boolean {
  const parsed = parseUsername(typed);
  if (parsed) return 'isOurs' in parsed && !parsed.isOurs;
  // One character too few or too many of what is otherwise a family's username.
  return /^[sgx]\d{4,9}[a-z]?$/i.test(typed.trim());
}

/** Whether what was typed as a username is a school pass: eight digits, which open nothing at sign-in (S14). */
function looksLikeSchoolPass(typed: string): boolean {
  return /^\d{8}$/.test(typed.replaceAll(/\s/g, ''));
}

/** The hint under a username, by the name of its text; undefined where nothing is amiss. */
export function slipOf(typed: string): 'usernameIsPass' | 'usernameSlip' | undefined {
  if (looksLikeSchoolPass(typed)) return 'usernameIsPass';
  return looksMistyped(typed) ? 'usernameSlip' : undefined;
}
