import type { HandOverRequest } from '../../domain/protocol/endpoints/session/hand-over.ts';
import { tokenHashOf } from '../session/session-seal.ts';
import type { Identity, SignInStep } from '../../domain/protocol/endpoints/session/session.ts';
import { answerJson, startServer, type LocalServer, type ReceivedRequest } from './local-server.ts';
import { sampleTokens } from './samples.ts';

/** Somebody with an account on a test's server. */
export interface ServerPerson {
  identity: Identity;
  password: string;
  /** A confirmed address that signs in too. */
  address?: string;
  blocked?: boolean;
  /** What is asked for after the password, in this order. */
  steps: SignInStep['kind'][];
}

/** A server with the session endpoints of the school's server, for as many people as wanted. */
export interface SchoolServer extends LocalServer {
  /** Who may sign in with which password, by username. */
  readonly people: Map<string, ServerPerson>;
  /** What blocked people have handed over. */
  readonly handedOver: HandOverRequest['entries'][number][];
  /** Every answer becomes this one; undefined for the usual ones. */
  overrule:
    | {
        readonly status: number;
        readonly kind: string;
        readonly reason?: string;
        readonly retryAfter?: number;
      }
    | 'hang'
    | undefined;
  /** Of what is handed over, how much of a request is taken. */
  takes: number;
  /** What the browser shows to whom, by username; each works once. */
  readonly browserCodes: Map<string, string>;
  /** The page of its provider; of its own when absent. */
  providerPage: string | undefined;
  /** Ends the sessions of everybody. */
  readonly endSessions: () => void;
}

/** The secret of every journey to the provider. */
const FLOW = 'secret-flow';

/** The code of everybody's second factor. */
export const CODE = '123456';

type Answered = readonly [number, unknown];
type Body = Readonly<Record<string, string | undefined>>;

const failed = (status: number, kind: string, reason?: string): Answered => [
  status,
  { kind, message: '', ...(reason !== undefined && { reason }) },
];

const closed = ({ identity: { school, username } }: ServerPerson): Answered => [
  403,
  { kind: 'accountBlocked', message: '', account: { school, username } },
];

/** Starts a school's server that lives as long as the running test. */
export async function startSchoolServer(...identities: readonly Identity[]): Promise<SchoolServer> {
  const people: SchoolServer['people'] = new Map(
    identities.map((identity) => [identity.username, { identity, password: 'password', steps: [] }]),
  );
  const sessions = new Map<string, ServerPerson>();
  const bearers = new Map<string, ServerPerson>();
  const tickets = new Map<string, { readonly person: ServerPerson; readonly left: SignInStep['kind'][] }>();
  let number = 0;

  function open(person: ServerPerson): ReturnType<typeof sampleTokens> {
    number += 1;
    const tokens = sampleTokens(number, person.identity);
    sessions.set(tokens.refreshToken, person);
    bearers.set(tokens.accessToken, person);
    return tokens;
  }

  function progress(person: ServerPerson, left: SignInStep['kind'][], more: object = {}): Answered {
    const [kind, ...later] = left;
    if (kind === undefined) return [200, { tokens: open(person), ...more }];
    number += 1;
    const ticket = `ticket-${number}`;
    tickets.set(ticket, { person, left: later });
    const enrolment = { secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/x' };
    const { username } = person.identity;
    return [
      200,
      { step: { kind, ticket, username, ...(kind === 'enrolSecondFactor' && { enrolment }) }, ...more },
    ];
  }

  function signIn({ username = '', password }: Body): Answered {
    const person = people.get(username) ?? [...people.values()].find(({ address }) => address === username);
    if (person === undefined || person.password !== password) return failed(401, 'wrongCredentials');
    return person.blocked === true ? closed(person) : progress(person, person.steps);
  }

  function step({ ticket = '', code, password }: Body, confirms: boolean): Answered {
    const known = tickets.get(ticket);
    if (known === undefined) return failed(401, 'notSignedIn');
    if (code !== undefined && code !== CODE) return failed(401, 'wrongCode');
    if (password !== undefined && password.length < 10) return failed(400, 'weakPassword', 'tooShort');
    tickets.delete(ticket);
    if (password !== undefined) known.person.password = password;
    return progress(known.person, known.left, confirms ? { recoveryCodes: ['one-one', 'two-two'] } : {});
  }

  function switchTo({ refreshToken = '', username = '' }: Body): Answered {
    const from = sessions.get(refreshToken);
    const to = people.get(username);
    if (from === undefined) return failed(401, 'notSignedIn');
    if (to === undefined || to.identity.profile !== from.identity.profile) return failed(403, 'forbidden');
    return to.blocked === true ? closed(to) : [200, open(to)];
  }

  function refresh({ refreshToken = '' }: Body): Answered {
    const person = sessions.get(refreshToken);
    sessions.delete(refreshToken);
    if (person === undefined) return failed(401, 'notSignedIn');
    return person.blocked === true ? failed(403, 'accountBlocked') : [200, open(person)];
  }

  function finishProvider({ code = '' }: Body): Answered {
    const person = people.get(school.browserCodes.get(code) ?? '');
    if (person === undefined) return failed(422, 'wrongCode');
    school.browserCodes.delete(code);
    return person.blocked === true ? closed(person) : progress(person, person.steps);
  }

  function act(authorization: string | undefined, asked: Body): Answered {
    const person = bearers.get(authorization?.replace('Bearer ', '') ?? '');
    if (person === undefined) return failed(401, 'notSignedIn');
    const ofProfile = [...people.values()].filter(
      ({ identity }) => identity.profile === person.identity.profile,
    );
    if (asked['kind'] === 'changePassword') {
      if (asked['current'] !== person.password) return failed(401, 'wrongPassword');
      for (const one of ofProfile) one.password = asked['next'] ?? '';
    }
    if (asked['kind'] === 'linkEmail') {
      const other = [...people.values()].find(({ address }) => address === asked['address']);
      if (other !== undefined) return [200, { outcome: 'portfolioPasswordNeeded' }];
      for (const one of ofProfile) one.password = asked['newPassword'] ?? '';
    }
    if (asked['kind'] === 'mergeProfile') {
      const other = [...people.values()].find(({ address }) => address === asked['address']);
      if (other === undefined || other.password !== asked['password']) return failed(401, 'wrongPassword');
      mergeProfiles(people, other, person);
    }
    return [200, { outcome: 'done' }];
  }

  function handOver(body: string): Answered {
    // The cast: only our own transport calls here.
    const asked = JSON.parse(body) as HandOverRequest;
    const person = people.get(asked.username);
    const { consent } = asked;
    const isKnown =
      'password' in consent
        ? person?.password === consent.password
        : school.browserCodes.has(consent.code) && consent.flow === FLOW;
    if (!isKnown) return failed(401, 'password' in consent ? 'wrongCredentials' : 'wrongCode');
    const isTheirs = 'password' in consent || school.browserCodes.get(consent.code) === asked.username;
    if (!isTheirs) return failed(409, 'notPossible', 'otherAccount');
    if (person?.blocked !== true)
      return 'password' in consent
        ? failed(401, 'wrongCredentials')
        : failed(409, 'notPossible', 'notBlocked');
    const taken = asked.entries.slice(0, school.takes);
    school.handedOver.push(...taken);
    return [200, { taken: taken.map(({ entry }) => entry) }];
  }

  function answer({ url, body, headers }: ReceivedRequest): Answered {
    // The cast: only our own transport calls here.
    const asked = JSON.parse(body === '' ? '{}' : body) as Body;
    switch (url) {
      case '/session/sign-in':
        return signIn(asked);
      case '/session/second-factor':
      case '/session/new-password':
        return step(asked, false);
      case '/session/confirm-second-factor':
        return step(asked, true);
      case '/session/ways':
        return [200, { provider: { name: 'SPID / CIE' } }];
      case '/session/provider/start':
        return [200, { flow: FLOW, url: school.providerPage ?? `${local.origin}/provider/depart/x` }];
      case '/session/provider/finish':
        return finishProvider(asked);
      case '/session/switch':
        return switchTo(asked);
      case '/session/refresh':
        return refresh(asked);
      case '/session/act':
        return act(headers.authorization, asked);
      case '/session/hand-over':
        return handOver(body);
      case '/session/recover':
        return [200, { choices: [{ choice: 'c1', masked: 'g••••@example.it' }] }];
      default:
        // A sign-out: by the token, or by what names it.
        for (const token of sessions.keys())
          if (tokenHashOf(token) === asked['tokenHash']) sessions.delete(token);
        sessions.delete(asked['refreshToken'] ?? '');
        return [200, {}];
    }
  }

  const local = await startServer((request, response) => {
    const { overrule } = school;
    if (overrule === 'hang') return;
    if (overrule === undefined) answerJson(response, ...answer(request));
    else
      answerJson(response, overrule.status, {
        kind: overrule.kind,
        message: '',
        ...(overrule.reason !== undefined && { reason: overrule.reason }),
        ...(overrule.retryAfter !== undefined && { retryAfter: overrule.retryAfter }),
      });
  });
  const school: SchoolServer = {
    ...local,
    people,
    handedOver: [],
    overrule: undefined,
    takes: Number.POSITIVE_INFINITY,
    browserCodes: new Map(),
    providerPage: undefined,
    endSessions: () => {
      sessions.clear();
      bearers.clear();
    },
  };
  return school;
}

/** Joins the profile of one account to that of another, as a merge does (S30). */
export function mergeProfiles(
  people: SchoolServer['people'],
  into: ServerPerson,
  joined: ServerPerson,
): void {
  const { profile } = into.identity;
  joined.password = into.password;
  joined.identity = { ...joined.identity, profile };
  const members = [...people.values()].filter(({ identity }) => identity.profile === profile);
  const portfolio = members.flatMap(({ identity }) =>
    identity.portfolio.filter(({ username }) => username === identity.username),
  );
  for (const member of members) member.identity = { ...member.identity, portfolio };
}
