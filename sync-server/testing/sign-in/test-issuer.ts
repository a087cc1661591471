import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';

/** What is wrong with the tokens of a hostile or broken issuer. */
export interface IssuerFaults {
  /** Claims put over the right ones; undefined removes one. */
  readonly claims?: JWTPayload;
  /** Signs with a key that is not among the published ones. */
  readonly foreignKey?: boolean;
  /** Sends a token without signature (`alg: none`). */
  readonly unsigned?: boolean;
}

/** A small OpenID Connect issuer that consents to everything and can be made to lie. */
export interface TestIssuer {
  readonly url: string;
  faults: IssuerFaults;
  /** The claims that the person has there. */
  person: JWTPayload;
  /** What the unsigned answer at `userinfo_endpoint` says of the same subject; without it there is no such endpoint. */
  userInfo: Readonly<Record<string, unknown>> | undefined;
  /** What a browser does: follows the address of the provider, and answers where it is sent back to. */
  visit(url: string): Promise<URL>;
  close(): Promise<void>;
}

/** Starts the issuer on a free port of this machine. */
export async function startTestIssuer(clientId: string): Promise<TestIssuer> {
  const ours = await generateKeyPair('RS256');
  const foreign = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(ours.publicKey)), kid: 'test', alg: 'RS256', use: 'sig' };
  const questions = new Map<string, { readonly nonce: string; readonly challenge: string }>();
  const issuer: Pick<TestIssuer, 'faults' | 'person' | 'userInfo'> & { url: string } = {
    faults: {},
    person: {},
    userInfo: undefined,
    url: '',
  };

  async function idToken(nonce: string): Promise<string> {
    const { claims = {}, foreignKey, unsigned } = issuer.faults;
    const at = Math.floor(Date.now() / 1000);
    const payload = Object.fromEntries(
      Object.entries({
        iss: issuer.url,
        aud: clientId,
        sub: 'person-1',
        iat: at,
        exp: at + 60,
        nonce,
        ...issuer.person,
        ...claims,
      }).filter(([, value]) => value !== undefined),
    );
    if (unsigned) {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      return `${part({ alg: 'none' })}.${part(payload)}.`;
    }
    return await new SignJWT(payload)
      .setProtectedHeader({ alg: 'RS256', kid: 'test' })
      .sign((foreignKey ? foreign : ours).privateKey);
  }

  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer.url);
    const json = (value: object) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(value));
    };
    const answer = async () => {
      if (url.pathname === '/.well-known/openid-configuration')
        return json({
          issuer: issuer.url,
          authorization_endpoint: `${issuer.url}/authorize`,
          token_endpoint: `${issuer.url}/token`,
          jwks_uri: `${issuer.url}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          code_challenge_methods_supported: ['S256'],
          ...(issuer.userInfo && { userinfo_endpoint: `${issuer.url}/userinfo` }),
        });
      if (url.pathname === '/keys') return json({ keys: [jwk] });
      if (url.pathname === '/userinfo') return json({ sub: 'person-1', ...issuer.userInfo });
      if (url.pathname === '/authorize') {
        const code = crypto.randomUUID();
        questions.set(code, {
          nonce: url.searchParams.get('nonce') ?? '',
          challenge: url.searchParams.get('code_challenge') ?? '',
        });
        const back = new URL(url.searchParams.get('redirect_uri') ?? issuer.url);
        back.searchParams.set('code', code);
        back.searchParams.set('state', url.searchParams.get('state') ?? '');
        response.writeHead(302, { location: back.href });
        return response.end();
      }
      const form = new URLSearchParams(await text(request));
      const question = questions.get(form.get('code') ?? '');
      questions.delete(form.get('code') ?? '');
      if (!question || question.challenge !== (await challengeOf(form.get('code_verifier') ?? ''))) {
        response.statusCode = 400;
        return json({ error: 'invalid_grant' });
      }
      return json({ access_token: 'at', token_type: 'Bearer', id_token: await idToken(question.nonce) });
    };
    void answer();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  issuer.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(issuer, {
    async visit(url: string) {
      const answer = await fetch(url, { redirect: 'manual' });
      return new URL(answer.headers.get('location') ?? '');
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return Buffer.from(digest).toString('base64url');
}
