import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { FAILURE_KINDS, type FailureKind } from '../../../domain/protocol/failure.ts';

/** Why the school did not do what a page asked for directly. */
export interface ApiFailure {
  readonly kind:
    | 'serverUnreachable'
    | 'notSignedIn'
    | 'forbidden'
    | 'wrongCode'
    | 'wrongPassword'
    | 'weakPassword'
    | 'notPossible'
    | 'tooManyAttempts'
    | 'tooLarge'
    | 'outdatedClient'
    | 'accountBlocked'
    | 'internal';
  /** A `NotPossibleReason` or `PasswordFault`. */
  readonly reason?: string;
  readonly waitSeconds?: number;
}

/** What a page asks of the school directly, online only. */
export interface ApiRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, in the place of JSON. */
  readonly blob?: Blob;
  readonly signal?: AbortSignal;
}

/** Asks the page's own origin; the main process adds the session and passes it on to the school's server. */
export interface Api {
  /** An answer in JSON; nothing (undefined) where the server has nothing to say. */
  json<T>(path: string, request?: ApiRequest): Promise<Result<T, ApiFailure>>;
  /** An answer in bytes: a picture, a letter. */
  bytes(path: string, request?: ApiRequest): Promise<Result<Uint8Array<ArrayBuffer>, ApiFailure>>;
}

/** A way to the school over `fetch`. */
export function createApi(fetch: typeof globalThis.fetch): Api {
  async function ask(
    path: string,
    { method = 'GET', body, blob, signal }: ApiRequest = {},
  ): Promise<Result<Response, ApiFailure>> {
    const content = blob ?? (body === undefined ? undefined : JSON.stringify(body));
    const type = blob ? blob.type : 'application/json';
    try {
      const answer = await fetch(path, {
        method,
        ...(content === undefined ? {} : { body: content, headers: { 'content-type': type } }),
        ...(signal ? { signal } : {}),
      });
      return answer.ok ? ok(answer) : fail(await readFailure(answer));
    } catch {
      return fail({ kind: 'serverUnreachable' });
    }
  }
  return {
    async json<T>(path: string, request?: ApiRequest) {
      const answer = await ask(path, request);
      if (!answer.ok) return answer;
      try {
        const text = await answer.value.text();
        // The cast: our own server's answer, whose shape the protocol fixes.
        return ok((text === '' ? undefined : JSON.parse(text)) as T);
      } catch {
        return fail<ApiFailure>({ kind: 'serverUnreachable' });
      }
    },
    async bytes(path, request) {
      const answer = await ask(path, request);
      if (!answer.ok) return answer;
      try {
        return ok(new Uint8Array(await answer.value.arrayBuffer()));
      } catch {
        return fail<ApiFailure>({ kind: 'serverUnreachable' });
      }
    },
  };
}

const KINDS: Readonly<Record<FailureKind, ApiFailure['kind']>> = {
  badRequest: 'internal',
  wrongCredentials: 'wrongPassword',
  passwordExpired: 'notSignedIn',
  accountBlocked: 'accountBlocked',
  wrongPassword: 'wrongPassword',
  wrongCode: 'wrongCode',
  weakPassword: 'weakPassword',
  notPossible: 'notPossible',
  notSignedIn: 'notSignedIn',
  tokenExpired: 'notSignedIn',
  forbidden: 'forbidden',
  tooLarge: 'tooLarge',
  tooManyAttempts: 'tooManyAttempts',
  outdatedClient: 'outdatedClient',
  unavailable: 'serverUnreachable',
  diskFull: 'internal',
  internal: 'internal',
};

async function readFailure(answer: Response): Promise<ApiFailure> {
  const body = (await answer.json().catch(() => undefined)) as
    { readonly kind?: unknown; readonly reason?: unknown; readonly retryAfter?: unknown } | undefined;
  const known = FAILURE_KINDS.find((kind) => kind === body?.kind);
  const { reason, retryAfter } = body ?? {};
  return {
    // An answer without a kind of ours comes from something in between.
    kind: known ? KINDS[known] : 'serverUnreachable',
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(typeof retryAfter === 'number' ? { waitSeconds: retryAfter } : {}),
  };
}
