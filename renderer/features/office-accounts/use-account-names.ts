import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeAccounts } from '../../../domain/protocol/office-accounts.ts';
import type { OfficeApi } from '../../data/api/office-api.ts';
import { accountName } from './account-name.ts';
import { useOfficeData } from './use-office-data.ts';

/** The people behind the school's accounts: a clerk knows names, not usernames. */
export interface AccountNames {
  nameOf(username: string): string | undefined;
  /** All accounts, as a search offers them. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** Asks for the accounts once; until they are there, and without a network, there are usernames alone. */
export function useAccountNames(api: OfficeApi): AccountNames {
  const { t } = useTranslation();
  const { data } = useOfficeData<OfficeAccounts>(useCallback((signal) => api.accounts(signal), [api]));
  return useMemo(() => {
    const named = (data?.accounts ?? []).map(
      (account) => [account.username, accountName(account, t)] as const,
    );
    const names = new Map(named);
    return {
      nameOf: (username) => names.get(username),
      choices: named.map(([value, name]) => ({ value, label: `${name} · ${value}` })),
    };
  }, [data, t]);
}
