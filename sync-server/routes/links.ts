import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { acceptForms, FORM_LIMIT, languageOf, refuseOtherSites, sendPage } from '../http/browser-pages.ts';
import type { FollowLink, LinkFault, LinkOutcome } from '../identity/recovery/follow-link.ts';
import { donePage, faultPage, linkPage } from '../portal/pages.ts';
import type { WebLanguage } from '../portal/words.ts';

interface LinkRequest {
  readonly Params: { readonly secret: string };
  readonly Querystring: { readonly language?: string };
  readonly Body: URLSearchParams;
}

const STATUS = {
  unknown: 404,
  expired: 410,
  closed: 410,
  blocked: 403,
  taken: 409,
  inactive: 410,
} as const satisfies Record<LinkFault, number>;

const ASSETS = {
  '/web/link.css': ['text/css; charset=utf-8', new URL('../portal/link.css', import.meta.url)],
  '/web/link.js': ['text/javascript; charset=utf-8', new URL('../portal/link.js', import.meta.url)],
} as const;

/**
 * `GET` and `POST /link/:secret`: the pages behind the links of mails, for any browser, with nobody signed in. Looking changes nothing; the
 * secret in the address is what a forged form would need, and a form that another site has sent is refused all the same.
 */
export function linkRoutes(app: FastifyInstance, follow: FollowLink): void {
  acceptForms(app);

  for (const [url, [type, file]] of Object.entries(ASSETS)) {
    const content = readFileSync(file);
    app.get(url, { schema: { hide: true } }, async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=3600').type(type).send(content),
    );
  }

  app.get<LinkRequest>('/link/:secret', { schema: { hide: true } }, async (request, reply) => {
    const language = languageOf(request);
    const found = await follow.look(request.params.secret);
    if (!found.ok) return await sendPage(reply, faultPage(language, found.failure), STATUS[found.failure]);
    return await sendPage(reply, linkPage(language, found.value));
  });

  app.post<LinkRequest>(
    '/link/:secret',
    { schema: { hide: true }, bodyLimit: FORM_LIMIT, onRequest: refuseOtherSites },
    async (request, reply) => {
      const language = languageOf(request);
      const { secret } = request.params;
      const password = request.body?.get?.('password') ?? undefined;
      const repeated = request.body?.get?.('repeated') ?? '';
      const outcome =
        password === undefined
          ? await follow.confirmEmail(secret)
          : await follow.setPassword(secret, {
              password: password.slice(0, 1000),
              repeated: repeated.slice(0, 1000),
              language,
            });
      return await sendOutcome(reply, language, outcome);
    },
  );
}

async function sendOutcome(reply: FastifyReply, language: WebLanguage, outcome: LinkOutcome) {
  if (outcome.ok) return await sendPage(reply, donePage(language, outcome.value));
  const { failure } = outcome;
  if ('link' in failure)
    return await sendPage(reply, faultPage(language, failure.link), STATUS[failure.link]);
  return await sendPage(reply, linkPage(language, failure.page, failure.password), 422);
}
