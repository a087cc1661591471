import type { OfficeAccount } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { matchWords } from '../../../ui/notice/plain-words.ts';

/** Whether an account answers to what was typed: by its owner, the child, the class, the username or the School pass, in any order. */
export function isAccountOf(account: OfficeAccount, typed: string): boolean {
  const { surname, givenName, username, schoolPass, child = '', className = '' } = account;
  const text = [surname, givenName, username, schoolPass, child, className].join(' ');
  return matchWords(text, typed) !== undefined;
}
