import { useMemo } from 'react';
import { createAccountApi, type AccountApi } from '../data/api/account-api.ts';
import { createApi, type Api } from '../data/api/api-request.ts';

/** What the open account may ask of the school directly. */
export interface Apis {
  readonly account: AccountApi;
  /** Any message: what the office does is asked by its endpoint. */
  readonly school: Api;
}

/** The ways to the school for the pages of the open account. */
export function useApis(): Apis {
  return useMemo(() => {
    const api = createApi((input, init) => window.fetch(input, init));
    return { account: createAccountApi(api), school: api };
  }, []);
}
