import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptForms, FORM_LIMIT, languageOf, refuseOtherSites, sendPage } from '../http/browser-pages.ts';
import type { JourneyFault, ProviderSignIn } from '../identity/providers/provider-sign-in.ts';
import { choicePage, codePage, journeyFaultPage } from '../portal/provider-pages.ts';
import type { WebLanguage } from '../portal/words.ts';

interface BrowserRequest {
  readonly Params: { readonly ticket: string };
  readonly Querystring: { readonly language?: string };
  readonly Body: URLSearchParams;
}

/** For this address alone, so that no other page of the server ever sends it. */
const COOKIE = 'campanella-provider';
const COOKIE_PATH = '/provider/arrive';

const STATUS = {
  expired: 410,
  unreachable: 503,
  refused: 403,
  noAccount: 404,
  noneBlocked: 404,
} as const satisfies Record<JourneyFault, number>;

/** `/provider/…`: the pages of signing in by a provider, for any browser. */
export function providerPages(app: FastifyInstance, service: ProviderSignIn, isSecure: () => boolean): void {
  acceptForms(app);
  const cookie = (value: string, seconds: number) =>
    // Lax: the provider sends the browser here from its own site.
    `${COOKIE}=${value}; Path=${COOKIE_PATH}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`;

  app.get<BrowserRequest>('/provider/depart/:ticket', { schema: { hide: true } }, async (request, reply) => {
    const departed = await service.depart(request.params.ticket);
    if (!departed.ok) return await sendFault(reply, languageOf(request), departed.failure);
    return await reply
      .header('set-cookie', cookie(departed.value.kept, 600))
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'no-referrer')
      .redirect(departed.value.url, 303);
  });

  app.get<BrowserRequest>('/provider/arrive', { schema: { hide: true } }, async (request, reply) => {
    const language = languageOf(request);
    const arrival = new URL(request.url, 'http://arrival.invalid');
    const arrived = await service.arrive(arrival, keptBy(request));
    reply.header('set-cookie', cookie('', 0));
    if (!arrived.ok) return await sendFault(reply, language, arrived.failure);
    return await sendPage(reply, choicePage(language, arrived.value));
  });

  app.post<BrowserRequest>(
    '/provider/choose',
    { schema: { hide: true }, bodyLimit: FORM_LIMIT, onRequest: refuseOtherSites },
    async (request, reply) => {
      const chosen = await service.choose(request.body?.get?.('choice') ?? '');
      if (!chosen.ok) return await sendFault(reply, languageOf(request), chosen.failure);
      return await sendPage(reply, codePage(languageOf(request), chosen.value));
    },
  );
}

async function sendFault(reply: FastifyReply, language: WebLanguage, fault: JourneyFault) {
  return await sendPage(reply, journeyFaultPage(language, fault), STATUS[fault]);
}

function keptBy(request: FastifyRequest): string {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const own = pairs.find((pair) => pair.startsWith(`${COOKIE}=`));
  return own?.slice(COOKIE.length + 1) ?? '';
}
