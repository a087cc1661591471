import { useCallback, useEffect, useMemo } from 'react';
import type { OfficeAccounts } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { listAccounts } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import type { Api } from '../../../data/api/api-request.ts';
import type { Register } from '../../../data/register.ts';
import { useOfficeData, type OfficeData } from './use-office-data.ts';
import { useSchoolClasses } from './use-school-classes.ts';

/** While a message is on its way the list is asked for again: the clerk waits for it to arrive. Milliseconds. */
const LOOK_AGAIN_AFTER = 15_000;

/** The school's accounts, their classes under the names by which the whole page tells two of one name apart. */
export function useAccounts(register: Register, api: Api): OfficeData<OfficeAccounts> {
  const loaded = useOfficeData<OfficeAccounts>(
    useCallback((signal) => api.ask(listAccounts, { signal }), [api]),
  );
  const classes = useSchoolClasses(register);
  const { data, reload } = loaded;
  const isOnItsWay = data?.canMail === true && data.accounts.some(({ mail }) => mail === 'queued');
  useEffect(() => {
    if (!isOnItsWay) return undefined;
    const timer = setInterval(() => void reload(), LOOK_AGAIN_AFTER);
    return () => clearInterval(timer);
  }, [isOnItsWay, reload]);
  const named = useMemo(() => {
    if (!data) return undefined;
    const nameOf = new Map(classes.map(({ id, name }) => [id, name] as const));
    const accounts = data.accounts.map((account) => {
      const className = account.classId && nameOf.get(account.classId);
      return className === undefined ? account : { ...account, className };
    });
    return { ...data, accounts };
  }, [data, classes]);
  return { ...loaded, data: named };
}
