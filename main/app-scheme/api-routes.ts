import { patternOf } from '../../domain/protocol/endpoint.ts';
import { followChanges } from '../../domain/protocol/endpoints/register/register-endpoints.ts';
import { endpoints } from '../../domain/protocol/registry.ts';

/** What the page may ask under one path. */
interface ApiRoute {
  readonly method: string;
  readonly pattern: RegExp;
  /** How many times the usual patience its answer may take. */
  readonly patience: number;
}

/**
 * All that the page may ask: every endpoint under `/api/` but the live stream, which this process holds. The endpoints at the door are not
 * there: the page could ask for a token.
 */
const API_ROUTES: readonly ApiRoute[] = Object.values(endpoints)
  .filter((endpoint) => endpoint.path.startsWith('/api/') && endpoint !== followChanges)
  .map((endpoint) => ({
    method: endpoint.method,
    pattern: patternOf(endpoint),
    patience: endpoint.patience ?? 1,
  }));

/** Headers of the page that reach the server; all others are dropped, above all Authorization, Cookie, Origin and Referer. */
const UPSTREAM: readonly string[] = [
  'accept',
  'accept-language',
  'content-type',
  'content-encoding',
  'if-none-match',
];

/**
 * Headers of the server that reach the page; all others are dropped, above all Set-Cookie and WWW-Authenticate.
 *
 * Length and encoding are among the dropped ones: the network layer has already unpacked the body.
 */
const DOWNSTREAM: readonly string[] = [
  'content-type',
  'content-language',
  'content-disposition',
  'etag',
  'last-modified',
  'retry-after',
];

/** The route of a request; undefined when the page may not ask it. */
export function apiRoute(url: URL, method: string): ApiRoute | undefined {
  const { pathname } = url;
  // What the server may read as another path than we do.
  if (/%2f|%5c|%2e|%00|%25|\\|\/\/|\/\.\.?(\/|$)/i.test(pathname)) return undefined;
  return API_ROUTES.find((route) => route.method === method && route.pattern.test(pathname));
}

/** The page's headers that go up. */
export function upstreamHeaders(headers: Headers): Readonly<Record<string, string>> {
  return pick(headers, UPSTREAM);
}

/** The server's headers that go down. */
export function answerHeaders(headers: Headers): Readonly<Record<string, string>> {
  return pick(headers, DOWNSTREAM);
}

function pick(headers: Headers, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}
