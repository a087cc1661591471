import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Api } from '../../../data/api/api-request.ts';
import type { Register } from '../../../data/register.ts';
import { matchWords } from '../../../ui/notice/plain-words.ts';
import { accountName } from './account-name.ts';
import { isAccountOf } from './is-account-of.ts';
import { useAccounts } from '../asked/use-accounts.ts';

/** The people behind the school's accounts: a clerk knows names, not usernames. */
export interface AccountNames {
  nameOf(username: string): string | undefined;
  /** Whether an account answers to what was typed; one that is not known by its username alone. */
  finds(username: string, typed: string): boolean;
  /** All accounts, as a search offers them. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** Asks for the accounts once; until they are there, and without a network, there are usernames alone. */
export function useAccountNames(register: Register, api: Api): AccountNames {
  const { t } = useTranslation();
  const { data } = useAccounts(register, api);
  return useMemo(() => {
    const accounts = new Map((data?.accounts ?? []).map((account) => [account.username, account]));
    const names = new Map([...accounts].map(([username, account]) => [username, accountName(account, t)]));
    return {
      nameOf: (username) => names.get(username),
      finds(username, typed) {
        const account = accounts.get(username);
        return account ? isAccountOf(account, typed) : matchWords(username, typed) !== undefined;
      },
      choices: [...names].map(([value, name]) => ({ value, label: `${name} · ${value}` })),
    };
  }, [data, t]);
}
