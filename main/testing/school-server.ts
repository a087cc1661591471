import type { Identity } from '../../domain/protocol/session.ts';
import { answerJson, startServer, type LocalServer, type ReceivedRequest } from './local-server.ts';
import { sampleTokens } from './samples.ts';

/** A server with the session endpoints of the school's server, for as many people as wanted. */
export interface SchoolServer extends LocalServer {
  /** Who may sign in with which password. */
  readonly people: Map<string, { readonly identity: Identity; password: string }>;
  /** Every answer becomes this one; undefined for the usual ones. */
  overrule:
    { readonly status: number; readonly kind: string; readonly retryAfter?: number } | 'hang' | undefined;
  /** Ends the sessions of everybody. */
  readonly endSessions: () => void;
}

/** Starts a school's server that lives as long as the running test. */
export async function startSchoolServer(...identities: readonly Identity[]): Promise<SchoolServer> {
  const people: SchoolServer['people'] = new Map(
    identities.map((identity) => [identity.username, { identity, password: 'password' }]),
  );
  const sessions = new Map<string, Identity>();
  let number = 0;

  function open(identity: Identity): ReturnType<typeof sampleTokens> {
    number += 1;
    const tokens = sampleTokens(number, identity);
    sessions.set(tokens.refreshToken, identity);
    return tokens;
  }

  function answer({ url, body }: ReceivedRequest): readonly [number, unknown] {
    // The cast: only our own transport calls here.
    const asked = JSON.parse(body) as {
      readonly username?: string;
      readonly password?: string;
      readonly refreshToken?: string;
    };
    if (url === '/session/sign-in') {
      const person = people.get(asked.username ?? '');
      return person !== undefined && person.password === asked.password
        ? [200, open(person.identity)]
        : [401, { kind: 'wrongCredentials', message: '' }];
    }
    const identity = sessions.get(asked.refreshToken ?? '');
    sessions.delete(asked.refreshToken ?? '');
    if (url === '/session/sign-out') return [200, {}];
    return identity === undefined ? [401, { kind: 'notSignedIn', message: '' }] : [200, open(identity)];
  }

  const local = await startServer((request, response) => {
    const { overrule } = school;
    if (overrule === 'hang') return;
    if (overrule === undefined) answerJson(response, ...answer(request));
    else
      answerJson(response, overrule.status, {
        kind: overrule.kind,
        message: '',
        ...(overrule.retryAfter !== undefined && { retryAfter: overrule.retryAfter }),
      });
  });
  const school: SchoolServer = { ...local, people, overrule: undefined, endSessions: () => sessions.clear() };
  return school;
}
