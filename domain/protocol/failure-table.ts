/** What the page is told of a failure, at each of the places where it can meet one, and what a device makes of it. */
interface Row {
  /** Its HTTP status: the only place where the two meet. */
  readonly status: number;
  /** What a sign-in or an unlocking says. */
  readonly signIn: string;
  /** What a journey to a provider says. */
  readonly journey: string;
  /** What both say instead, where the reason tells more. */
  readonly forReason?: Readonly<Record<string, string>>;
  /** What an act on an account, a step of a sign-in or a recovery says. */
  readonly act: string;
  /** What is said to a page that has asked the school directly. */
  readonly page: string;
  /** Whether a session ends whose renewal is answered so: no repetition can better it. Anything else, known or not, keeps the session. */
  readonly endsSession: boolean;
  /** Whether it says nothing about who asks: then the device helps itself with what it holds. */
  readonly helpsItself: boolean;
  /** Whether a secret was not the right one: tries are counted by it. */
  readonly isWrongSecret: boolean;
  /** What it says of the rows that were sent, so that repeating the same cannot help; null where it says nothing of them. */
  readonly ofRows: 'tooLarge' | 'unacceptable' | 'unanswered' | null;
}

/** Kinds of failure that a server answers, a closed list: a row for each, and whatever differs by the kind stands in it. */
export const FAILURES = {
  badRequest: {
    status: 400,
    signIn: 'internal',
    journey: 'internal',
    act: 'internal',
    page: 'internal',
    endsSession: false,
    helpsItself: false,
    isWrongSecret: false,
    ofRows: 'unacceptable',
  },
  // On a journey to a provider the secret of the app is what is not known any more.
  wrongCredentials: {
    status: 401,
    signIn: 'wrongCredentials',
    journey: 'expired',
    forReason: { noAccess: 'noAccess' },
    act: 'wrongPassword',
    page: 'wrongPassword',
    endsSession: true,
    helpsItself: false,
    isWrongSecret: true,
    ofRows: null,
  },
  passwordExpired: {
    status: 403,
    signIn: 'passwordExpired',
    journey: 'passwordExpired',
    act: 'expired',
    page: 'notSignedIn',
    endsSession: true,
    helpsItself: false,
    isWrongSecret: false,
    ofRows: null,
  },
  accountBlocked: {
    status: 403,
    signIn: 'accountBlocked',
    journey: 'accountBlocked',
    act: 'notSignedIn',
    page: 'accountBlocked',
    endsSession: true,
    helpsItself: false,
    isWrongSecret: false,
    ofRows: null,
  },
  // Not 401: the session is good, what was typed is not.
  wrongPassword: {
    status: 422,
    signIn: 'wrongCredentials',
    journey: 'wrongCredentials',
    act: 'wrongPassword',
    page: 'wrongPassword',
    endsSession: false,
    helpsItself: false,
    isWrongSecret: true,
    ofRows: null,
  },
  wrongCode: {
    status: 422,
    signIn: 'wrongCredentials',
    journey: 'wrongBrowserCode',
    act: 'wrongCode',
    page: 'wrongCode',
    endsSession: false,
    helpsItself: false,
    isWrongSecret: true,
    ofRows: null,
  },
  weakPassword: {
    status: 422,
    signIn: 'internal',
    journey: 'internal',
    act: 'weakPassword',
    page: 'weakPassword',
    endsSession: false,
    helpsItself: false,
    isWrongSecret: false,
    ofRows: null,
  },
  // A session ends with it where passwords are off for its account: the provider is the way in.
  notPossible: {
    status: 409,
    signIn: 'internal',
    journey: 'internal',
    forReason: { localPasswordOff: 'passwordOff' },
    act: 'notPossible',
    page: 'notPossible',
    endsSession: true,
    helpsItself: false,
    isWrongSecret: false,
    ofRows: null,
  },
  notSignedIn: {
    status: 401,
    signIn: 'internal',
    journey: 'internal',
    act: 'notSignedIn',
    page: 'notSignedIn',
    endsSession: true,
    helpsItself: false,
    isWrongSecret: false,
    ofRows: null,
  },
  tokenExpired: {
    status: 401,
    signIn: 'internal',
    journey: 'internal',
    act: 'expired',
    page: 'notSignedIn',
    endsSession: true,
    helpsItself: false,
    isWrongSecret: false,
    ofRows: null,
  },
  forbidden: {
    status: 403,
    signIn: 'internal',
    journey: 'internal',
    act: 'internal',
    page: 'forbidden',
    endsSession: true,
    helpsItself: false,
    isWrongSecret: false,
    ofRows: null,
  },
  tooLarge: {
    status: 413,
    signIn: 'internal',
    journey: 'internal',
    act: 'internal',
    page: 'tooLarge',
    endsSession: false,
    helpsItself: false,
    isWrongSecret: false,
    ofRows: 'tooLarge',
  },
  tooManyAttempts: {
    status: 429,
    signIn: 'tooManyAttempts',
    journey: 'tooManyAttempts',
    act: 'tooManyAttempts',
    page: 'tooManyAttempts',
    endsSession: false,
    helpsItself: false,
    isWrongSecret: false,
    ofRows: null,
  },
  outdatedClient: {
    status: 426,
    signIn: 'outdatedClient',
    journey: 'outdatedClient',
    act: 'internal',
    page: 'outdatedClient',
    endsSession: false,
    helpsItself: false,
    isWrongSecret: false,
    ofRows: null,
  },
  unavailable: {
    status: 503,
    signIn: 'serverUnreachable',
    journey: 'serverUnreachable',
    act: 'serverUnreachable',
    page: 'serverUnreachable',
    endsSession: false,
    helpsItself: true,
    isWrongSecret: false,
    ofRows: null,
  },
  diskFull: {
    status: 503,
    signIn: 'serverUnreachable',
    journey: 'serverUnreachable',
    act: 'serverUnreachable',
    page: 'internal',
    endsSession: false,
    helpsItself: true,
    isWrongSecret: false,
    ofRows: null,
  },
  internal: {
    status: 500,
    signIn: 'internal',
    journey: 'serverUnreachable',
    act: 'internal',
    page: 'internal',
    endsSession: false,
    helpsItself: true,
    isWrongSecret: false,
    ofRows: 'unanswered',
  },
} as const satisfies Readonly<Record<string, Row>>;

/** No answer of the server came back, or none of ours. */
export const NO_ANSWER = {
  signIn: 'serverUnreachable',
  journey: 'serverUnreachable',
  act: 'serverUnreachable',
  page: 'serverUnreachable',
  endsSession: false,
  helpsItself: true,
  isWrongSecret: false,
  ofRows: null,
} as const satisfies Omit<Row, 'status'>;

/** Kind of failure. */
export type FailureKind = keyof typeof FAILURES;

type AnyRow = (typeof FAILURES)[FailureKind] | typeof NO_ANSWER;
type ForReason = AnyRow extends infer R
  ? R extends { readonly forReason: infer S }
    ? S[keyof S]
    : never
  : never;

/** What the page can be told of a failure of the server, by where it has met it. */
export interface Told {
  readonly signIn: AnyRow['signIn'] | ForReason;
  readonly journey: AnyRow['journey'] | ForReason;
  readonly act: AnyRow['act'];
  readonly page: AnyRow['page'];
}

/** A row as code reads it that knows no kind. */
export interface FailureRow extends Told, Omit<Row, keyof Told | 'status' | 'forReason'> {
  readonly forReason?: Readonly<Record<string, ForReason>>;
}

const rows: Readonly<Record<FailureKind, FailureRow>> = FAILURES;

/** What follows from a failure; `unreachable` where there was no answer. */
export function failureRow(kind: FailureKind | 'unreachable'): FailureRow {
  return kind === 'unreachable' ? NO_ANSWER : rows[kind];
}
