import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { must } from '../../../domain/base/assert.ts';

/** A certified implementation of OpenID Connect with one client, and a browser that signs in there. */
export interface CertifiedIssuer {
  readonly url: string;
  /** Follows the address of the provider through its pages as the person with a login, and answers where it is sent back to. */
  signInAs(login: string, url: string): Promise<URL>;
  /** How many pages the browser has been shown: it keeps its cookies from one sign-in to the next. */
  forms(): number;
  close(): Promise<void>;
}

/** Starts the issuer on a free port of this machine; each login is the address of its person, verified. */
export async function startCertifiedIssuer(
  client: { readonly id: string; readonly secret: string },
  returnTo: string,
): Promise<CertifiedIssuer> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(url, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [returnTo] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_context, login) => ({
      accountId: login,
      claims: () => ({ sub: login, email: login, email_verified: true }),
    }),
    cookies: { keys: ['for tests only'] },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));

  const cookies = new Map<string, string>();
  let forms = 0;

  return {
    url,
    forms: () => forms,
    async signInAs(login, start) {
      let next: { readonly url: URL; readonly body?: URLSearchParams } = { url: new URL(start) };
      for (let step = 0; step < 12; step += 1) {
        if (!next.url.href.startsWith(url)) return next.url;
        const answer = await fetch(next.url, {
          redirect: 'manual',
          headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
          ...(next.body ? { method: 'POST', body: next.body } : {}),
        });
        for (const line of answer.headers.getSetCookie()) {
          const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
          if (value === '') cookies.delete(name);
          else cookies.set(name, value);
        }
        const location = answer.headers.get('location');
        if (location !== null) {
          next = { url: new URL(location, url) };
          continue;
        }
        // The page asks who somebody is, then whether the client may know: its form says which.
        const page = await answer.text();
        forms += 1;
        const action = must(/<form[^>]*action="([^"]+)"/.exec(page)?.[1], 'the page has a form');
        const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? 'login';
        next = { url: new URL(action, url), body: new URLSearchParams({ prompt, login, password: 'any' }) };
      }
      throw new Error('The provider sends the browser in circles');
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
