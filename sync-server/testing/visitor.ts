import { randomBytes } from 'node:crypto';
import { must } from '../../domain/base/assert.ts';
import { toSchoolId } from '../../domain/base/ids.ts';
import type { AccountAct, AccountView } from '../../domain/protocol/endpoints/account/account.ts';
import type { SessionTokens, SignInAnswer } from '../../domain/protocol/endpoints/session/session.ts';
import type { AppOptions } from '../app.ts';
import type { Mail, NumberedAccountEvent } from '../storage/contract/accounts.ts';
import { familySchool, GUARDIANS } from './test-families.ts';
import { CLASS_A, CLASS_B, pupilOf, SCHOOL } from './test-school.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** Where the tests' links lead. */
export const PUBLIC_URL = 'https://registro.example.it';
/** The password of every family account before anybody changes it. */
export const OLD_PASSWORD = 'frittata melanzane 7';
/** One that nobody objects to. */
export const NEW_PASSWORD = 'tamburo lavagna ombrello';
/** The second school of the tests' server. */
export const OTHER_SCHOOL = toSchoolId('TEST0002');

/** Usernames of the family accounts: Marta has two children here and one in the other school, where she is the second guardian. */
export const FAMILY = {
  marta: 'G000001A',
  martaSecond: 'G000002B',
  martaElsewhere: 'X000003C',
  nino: 'X000001D',
  olivia: 'G000004E',
  pupil: 'S000001F',
} as const;

/** What a server answered. */
export interface Answered<T = Readonly<Record<string, unknown>>> {
  readonly status: number;
  readonly body: T;
}

/** How a request differs from the usual. */
export interface Circumstances {
  readonly token?: string;
  readonly address?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Families and staff in front of a server, with everything that they can send. */
export interface Visitors extends TestServer {
  readonly signingKey: Uint8Array;
  send<T = Readonly<Record<string, unknown>>>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: object,
    how?: Circumstances,
  ): Promise<Answered<T>>;
  attempt(name: string, password: string, how?: Circumstances & { device?: string }): Promise<Answered>;
  /** Signs in where nothing but a password is asked for. */
  enter(name: string, password?: string, device?: string): Promise<SessionTokens>;
  act(token: string, act: AccountAct): Promise<Answered>;
  view(token: string): Promise<AccountView>;
  refresh(refreshToken: string): Promise<Answered<SessionTokens>>;
  /** Messages of a kind, newest first. */
  mails(kind?: string): Promise<readonly Mail[]>;
  /** The path of the link in the newest message of a kind. */
  link(kind: string): Promise<string>;
  /** Opens a link's page, or sends its form. */
  page(
    path: string,
    form?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answered<string>>;
  events(username?: string): Promise<readonly NumberedAccountEvent[]>;
}

const DEVICE = 'device-of-tests';

/** Starts a server with two schools and the families' accounts. */
export async function startVisitors(
  options: Partial<AppOptions> = {},
  { withFamilies = true } = {},
): Promise<Visitors> {
  const signingKey = randomBytes(32);
  const records = familySchool();
  const elsewhere = records.map((record) => ({ ...record, school: OTHER_SCHOOL }));
  const server = await startTestServer([...records, ...elsewhere], {
    signingKey,
    publicUrl: PUBLIC_URL,
    ...options,
  });
  if (withFamilies) await saveFamilies(server);
  const { app, storage } = server;

  const visitors: Visitors = {
    ...server,
    signingKey,
    async send(
      method: 'GET' | 'POST' | 'PUT' | 'DELETE',
      url: string,
      payload?: object,
      { token, address = '10.0.0.1', headers = {} }: Circumstances = {},
    ) {
      const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const answer = await app.inject({
        method,
        url,
        remoteAddress: address,
        headers: { ...authorization, ...headers },
        ...(payload === undefined ? {} : { payload }),
      });
      const isJson = String(answer.headers['content-type']).startsWith('application/json');
      // What an answer holds is for the test to say.
      return { status: answer.statusCode, body: (isJson ? answer.json() : answer.body) as never };
    },
    attempt: async (username, password, { device = DEVICE, ...how } = {}) =>
      await visitors.send(
        'POST',
        '/session/sign-in',
        { username, password, device: { id: device, name: `PC ${device}` } },
        how,
      ),
    async enter(name, password = OLD_PASSWORD, device = DEVICE) {
      const { body } = await visitors.attempt(name, password, { device });
      return must((body as SignInAnswer).tokens, JSON.stringify(body));
    },
    act: async (token, act) => await visitors.send('POST', '/session/act', act, { token }),
    view: async (token) =>
      (await visitors.send<AccountView>('GET', '/api/account', undefined, { token })).body,
    refresh: async (refreshToken) => await visitors.send('POST', '/session/refresh', { refreshToken }),
    async mails(kind) {
      const all = await storage.accounts.read(async (reader) =>
        (
          await Promise.all([SCHOOL, OTHER_SCHOOL].map((school) => reader.mailsOfSchool(school, 1000)))
        ).flat(),
      );
      const newest = all.toSorted((a, b) => b.createdAt - a.createdAt);
      return newest.filter((mail) => kind === undefined || mail.kind === kind);
    },
    async link(kind) {
      const mail = (await visitors.mails(kind)).find(({ state }) => state === 'queued');
      const path = new RegExp(`${PUBLIC_URL}(/link/[A-Za-z0-9_-]{43})`).exec(mail?.text ?? '')?.[1];
      return must(path, `a message with a link: ${mail?.text}`);
    },
    async page(path, form, headers = {}) {
      const answer = await app.inject({
        method: form ? 'POST' : 'GET',
        url: path,
        headers: form ? { 'content-type': 'application/x-www-form-urlencoded', ...headers } : headers,
        ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
      });
      return { status: answer.statusCode, body: answer.body };
    },
    events: async (username) =>
      await storage.accounts.read(async (reader) => {
        const of = (school: typeof SCHOOL) =>
          reader.events({ school, ...(username === undefined ? {} : { username }), limit: 1000 });
        return [...(await of(SCHOOL)), ...(await of(OTHER_SCHOOL))];
      }),
  };
  return visitors;
}

async function saveFamilies({ roster, hash }: TestServer): Promise<void> {
  const passwordHash = await hash(OLD_PASSWORD);
  const [first, second] = [pupilOf(CLASS_A, 1), pupilOf(CLASS_B, 1)];
  const { marta, nino, olivia } = GUARDIANS;
  await roster.saveAccounts([
    { school: SCHOOL, person: marta, username: FAMILY.marta, pupil: first, passwordHash },
    { school: SCHOOL, person: marta, username: FAMILY.martaSecond, pupil: second, passwordHash },
    { school: OTHER_SCHOOL, person: nino, username: FAMILY.martaElsewhere, pupil: first, passwordHash },
    { school: SCHOOL, person: nino, username: FAMILY.nino, pupil: first, passwordHash },
    { school: SCHOOL, person: olivia, username: FAMILY.olivia, pupil: pupilOf(CLASS_A, 2), passwordHash },
    { school: SCHOOL, person: first, username: FAMILY.pupil, pupil: first, passwordHash },
  ]);
}
