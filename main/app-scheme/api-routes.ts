/** One family of paths that the page may ask of the server. */
export interface ApiRoute {
  /** The path itself, or, ending in a slash, what it begins with. */
  readonly path: string;
  readonly methods: readonly string[];
  /** How many times the usual patience its answer may take. */
  readonly patience: number;
}

/** All that the page may ask. The session endpoints are not on the list: the page could ask for a token there. */
export const API_ROUTES: readonly ApiRoute[] = [
  { path: '/api/sync', methods: ['POST'], patience: 1 },
  { path: '/api/history/', methods: ['GET'], patience: 1 },
  { path: '/api/account', methods: ['GET'], patience: 1 },
  { path: '/api/account/', methods: ['GET', 'POST', 'PUT', 'DELETE'], patience: 2 },
  // A roster import of thousands of rows takes its time.
  { path: '/api/office/', methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], patience: 8 },
];

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
  return API_ROUTES.find(
    ({ path, methods }) =>
      methods.includes(method) && (path.endsWith('/') ? pathname.startsWith(path) : pathname === path),
  );
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
