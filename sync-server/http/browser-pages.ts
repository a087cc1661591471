import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RequestFailure } from '../base/request-failure.ts';
import { webLanguageOf, type WebLanguage } from '../portal/words.ts';

const FORM = 'application/x-www-form-urlencoded';
/** Bytes that a form of these pages may have. */
export const FORM_LIMIT = 16_384;

/** Nothing but the page's own style and script; the form goes nowhere else, and no other page may hold this one. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Lets an application read forms; their fields arrive as URLSearchParams. */
export function acceptForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    FORM,
    { parseAs: 'string', bodyLimit: FORM_LIMIT },
    async (_request: unknown, body: unknown) => new URLSearchParams(String(body)),
  );
}

/** What the language of a page depends on. */
interface LanguageRequest {
  readonly query: { readonly language?: string };
  readonly headers: Pick<FastifyRequest['headers'], 'accept-language'>;
}

/** The language of the page that a browser asks for: chosen on a page before, or the browser's own. */
export function languageOf({ query, headers }: LanguageRequest): WebLanguage {
  return webLanguageOf(query.language, headers['accept-language']);
}

/** Sends a page that nobody keeps and that says to no other site where it was. */
export async function sendPage(reply: FastifyReply, page: string, status = 200) {
  return await reply
    .code(status)
    .header('content-security-policy', CONTENT_SECURITY_POLICY)
    .header('cache-control', 'no-store')
    // The address is the secret: no other site may learn it.
    .header('referrer-policy', 'no-referrer')
    .header('x-robots-tag', 'noindex')
    .type('text/html; charset=utf-8')
    .send(page);
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Where browsers reach the server, as configured: a proxy in front may name another host in its requests. */
    readonly publicUrl?: () => string;
  }
}

function ownHosts({ headers, server }: FastifyRequest): readonly (string | undefined)[] {
  const configured = server.publicUrl?.();
  return [headers.host, configured === undefined ? undefined : new URL(configured).host];
}

/** A browser says where a form comes from, unless it is told not to say: then the secret in the address has to do. */
export async function refuseOtherSites(request: FastifyRequest): Promise<void> {
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const isFromElsewhere = () =>
    origin !== undefined &&
    origin !== 'null' &&
    (!URL.canParse(origin) || !ownHosts(request).includes(new URL(origin).host));
  const isOther = site === undefined ? isFromElsewhere() : site !== 'same-origin' && site !== 'none';
  if (isOther) throw new RequestFailure({ kind: 'forbidden', message: 'Sent by another site' });
}
