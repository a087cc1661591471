import type { AccountEvents } from '../../domain/protocol/endpoints/account/account-events.ts';
import type {
  ActReport,
  IssueAnswer,
  IssueRequest,
  OfficeAccount,
  OfficeAccounts,
} from '../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { createSealer } from '../secrets/sealing.ts';
import { OFFICE_PASSWORDS, readOfficePassword } from '../identity/passwords/office-password.ts';
import type { StaffName } from './test-school.ts';
import type { TestServer } from './test-server.ts';

/** An answer of the server. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** A clerk at work, or somebody who tries to be one. */
export interface OfficeDesk {
  get<T>(path: string): Promise<Answer<T>>;
  post<T>(path: string, payload?: object): Promise<Answer<T>>;
  issue(request: IssueRequest | object): Promise<IssueAnswer>;
  act(act: string, payload?: object): Promise<ActReport>;
  accounts(): Promise<OfficeAccounts>;
  account(username: string): Promise<OfficeAccount | undefined>;
  /** The acts on an account, newest first. */
  acts(username?: string): Promise<readonly string[]>;
  events(username?: string): Promise<AccountEvents['events']>;
}

/** Sits down at the office's desk under a name of the test school's staff. */
export function officeDesk(server: TestServer, name: StaffName = 'office'): OfficeDesk {
  const ask = async <T>(method: 'GET' | 'POST', path: string, payload?: object): Promise<Answer<T>> => {
    const answer = await server.app.inject({
      method,
      url: `/api/office/${path}`,
      headers: { authorization: `Bearer ${await server.token(name)}` },
      ...(payload === undefined ? {} : { payload }),
    });
    const isJson = String(answer.headers['content-type']).startsWith('application/json');
    return { status: answer.statusCode, body: (isJson ? answer.json() : answer.body) as T };
  };
  const good = async <T>(answer: Promise<Answer<T>>): Promise<T> => {
    const { status, body } = await answer;
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  };
  const desk: OfficeDesk = {
    get: async (path) => await ask('GET', path),
    post: async (path, payload) => await ask('POST', path, payload),
    issue: async (request) => await good(desk.post<IssueAnswer>('accounts/issue', request)),
    act: async (act, payload) => await good(desk.post<ActReport>(`accounts/${act}`, payload)),
    accounts: async () => await good(desk.get<OfficeAccounts>('accounts')),
    account: async (username) =>
      (await desk.accounts()).accounts.find((account) => account.username === username),
    acts: async (username) => (await desk.events(username)).map(({ act }) => act),
    async events(username) {
      const query = username === undefined ? '' : `?username=${username}`;
      return (await good(desk.get<AccountEvents>(`accounts/events${query}`))).events;
    },
  };
  return desk;
}

/** The office's password of an account, as its letter has it. */
export async function letterPassword(
  { storage, clock }: TestServer,
  signingKey: Uint8Array,
  username: string,
): Promise<string | undefined> {
  const profile = await storage.accounts.read(async (reader) => {
    const account = await reader.account(username);
    return account && (await reader.profile(account.profile));
  });
  return profile && readOfficePassword(createSealer(signingKey, OFFICE_PASSWORDS), profile, clock.now);
}
