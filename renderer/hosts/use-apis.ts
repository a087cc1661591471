import { useMemo } from 'react';
import { createAccountApi, type AccountApi } from '../data/api/account-api.ts';
import { createApi } from '../data/api/api-request.ts';
import { createOfficeApi, type OfficeApi } from '../data/api/office-api.ts';

/** What the open account may ask of the school directly. */
export interface Apis {
  readonly account: AccountApi;
  readonly office: OfficeApi;
}

/** The ways to the school for the pages of the open account. */
export function useApis(): Apis {
  return useMemo(() => {
    const api = createApi((input, init) => window.fetch(input, init));
    return { account: createAccountApi(api), office: createOfficeApi(api) };
  }, []);
}
