import type { FastifyInstance } from 'fastify';
import { must } from '../../../domain/base/assert.ts';
import type { JourneyPurpose, ProviderStart } from '../../../domain/protocol/endpoints/session/session.ts';
import type { TestIssuer } from './test-issuer.ts';

/** The app's and the browser's part in signing in by a provider. */
export interface ProviderJourney {
  start(purpose?: JourneyPurpose): Promise<ProviderStart>;
  /** A browser that goes to the provider and comes back with what it was given; `cookie` where it brings another one. */
  browse(url: string, cookie?: string): Promise<Visit>;
  /** The code that the page shows for a choice. */
  codeFor(choice: string, headers?: Readonly<Record<string, string>>): Promise<string>;
  finish(flow: string, code: string): ReturnType<typeof post>;
  /** The whole way to the code, with the first account that is offered or with the one at `index`. */
  travel(index?: number, purpose?: JourneyPurpose): Promise<{ readonly flow: string; readonly code: string }>;
}

/** What a browser holds once it is back from the provider. */
export interface Visit {
  readonly page: { readonly statusCode: number; readonly body: string };
  readonly kept: string;
  readonly choices: readonly string[];
}

const device = { id: 'device-anna', name: 'PC' };

/** Makes journeys between an app, its server and an issuer. */
export function providerJourney(app: FastifyInstance, issuer: TestIssuer): ProviderJourney {
  const journey: ProviderJourney = {
    start: async (purpose = 'signIn') =>
      (await post(app, '/session/provider/start', { purpose })).json<ProviderStart>(),
    async browse(url, cookie) {
      const departed = await app.inject({ url: new URL(url).pathname });
      const kept = cookie ?? String(departed.headers['set-cookie']).split(';')[0] ?? '';
      const arrival = await issuer.visit(String(departed.headers.location));
      const page = await app.inject({
        url: `${arrival.pathname}${arrival.search}`,
        headers: { cookie: kept },
      });
      return {
        page,
        kept,
        choices: [...page.body.matchAll(/name="choice" value="([^"]+)"/g)].map(([, choice]) => choice ?? ''),
      };
    },
    async codeFor(choice, headers = {}) {
      const page = await app.inject({
        method: 'POST',
        url: '/provider/choose',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        payload: new URLSearchParams({ choice }).toString(),
      });
      return /class="code"[^>]*>\s*([A-Z0-9-]+)/.exec(page.body)?.[1] ?? '';
    },
    finish: async (flow, code) => await post(app, '/session/provider/finish', { flow, code, device }),
    async travel(index = 0, purpose = 'signIn') {
      const { flow, url } = await journey.start(purpose);
      const { choices } = await journey.browse(url);
      return { flow, code: await journey.codeFor(must(choices[index], 'an account is offered')) };
    },
  };
  return journey;
}

async function post(app: FastifyInstance, url: string, payload: object) {
  return await app.inject({ method: 'POST', url, payload });
}
