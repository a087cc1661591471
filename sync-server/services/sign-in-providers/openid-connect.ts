import * as client from 'openid-client';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { ProviderRefusal, SignInProvider, VouchedIdentity } from './sign-in-provider.ts';

/** How an OpenID Connect provider is reached. */
export interface OpenIdConnectSettings {
  readonly name: string;
  /** Its issuer, an https address; plain http is taken for this machine only. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const SCOPE = 'openid email profile';
const TIMEOUT_SECONDS = 10;
/** Times in tokens may differ by this much from ours. */
const CLOCK_TOLERANCE_SECONDS = 30;
/** What a provider says of itself is asked again after so long. */
const KEEP_MS = 3_600_000;
/** A provider that could not be reached is asked again, at the earliest after so long: anybody can make a browser depart. */
const UNREACHABLE_MS = 15_000;

/**
 * OpenID Connect with authorisation code, PKCE, state and nonce. The ID token's signature is checked against the issuer's keys although
 * it comes over TLS: a gateway between us and the issuer must not be able to change it.
 */
export function createOpenIdConnect(
  settings: OpenIdConnectSettings,
  now: () => number = Date.now,
): SignInProvider {
  let known: { readonly configuration: client.Configuration; readonly at: number } | undefined;
  let failed: { readonly cause: unknown; readonly at: number } | undefined;
  let asking: Promise<client.Configuration> | undefined;

  /** Asked once for all who depart at the same moment; a failure counts for all who depart soon after. */
  async function configuration(): Promise<client.Configuration> {
    const at = now();
    if (known && at >= known.at && at - known.at < KEEP_MS) return known.configuration;
    if (failed && at >= failed.at && at - failed.at < UNREACHABLE_MS) throw failed.cause;
    asking ??= discover()
      .catch((cause: unknown) => {
        failed = { cause, at: now() };
        throw cause;
      })
      .finally(() => {
        asking = undefined;
      });
    return await asking;
  }

  async function discover(): Promise<client.Configuration> {
    const issuer = new URL(settings.issuer);
    const found = await client.discovery(
      issuer,
      settings.clientId,
      { [client.clockTolerance]: CLOCK_TOLERANCE_SECONDS },
      client.ClientSecretBasic(settings.clientSecret),
      { timeout: TIMEOUT_SECONDS, execute: isLoopback(issuer) ? [client.allowInsecureRequests] : [] },
    );
    client.enableNonRepudiationChecks(found);
    known = { configuration: found, at: now() };
    failed = undefined;
    return found;
  }

  async function attempt<T>(
    kind: ProviderRefusal['kind'],
    work: () => Promise<T>,
  ): Promise<Result<T, ProviderRefusal>> {
    try {
      return ok(await work());
    } catch (cause) {
      return fail({ kind, cause });
    }
  }

  return {
    name: settings.name,

    begin: (returnTo) =>
      attempt('unreachable', async () => {
        const verifier = client.randomPKCECodeVerifier();
        const secrets = { state: client.randomState(), nonce: client.randomNonce(), verifier };
        const url = client.buildAuthorizationUrl(await configuration(), {
          redirect_uri: returnTo,
          scope: SCOPE,
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          state: secrets.state,
          nonce: secrets.nonce,
        });
        return { url: url.href, secrets };
      }),

    complete: (arrival, { state, nonce, verifier }) =>
      attempt('refused', async () => {
        const found = await configuration();
        const answer = await client.authorizationCodeGrant(found, arrival, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
        });
        const claims = answer.claims();
        if (!claims) throw new Error('The provider sent no ID token');
        const more = found.serverMetadata().userinfo_endpoint
          ? await client.fetchUserInfo(found, answer.access_token, claims.sub)
          : {};
        const vouched = toVouched({ ...claims, ...more });
        if (vouched.fiscalCode === undefined && vouched.email === undefined)
          throw new Error('The provider vouches neither for a fiscal code nor for an address');
        return vouched;
      }),
  };
}

/** Reads the claims of SPID and CIE (with their `TINIT-` before the fiscal code) and the standard ones. */
function toVouched(claims: Readonly<Record<string, unknown>>): VouchedIdentity {
  const fiscal = [
    claims['fiscal_number'],
    claims['fiscalNumber'],
    claims['https://attributes.eid.gov.it/fiscal_number'],
  ].find((claim) => typeof claim === 'string');
  const fiscalCode = typeof fiscal === 'string' ? fiscal.toUpperCase().replace(/^TINIT-/, '') : undefined;
  const { email, email_verified: isVerified } = claims;
  return {
    ...(fiscalCode !== undefined && /^[A-Z0-9]{11,16}$/.test(fiscalCode) ? { fiscalCode } : {}),
    ...(typeof email === 'string' && isVerified === true ? { email: email.trim().toLowerCase() } : {}),
    isStrong: isStrong(claims),
  };
}

/** What the provider says of how the person has shown who they are. */
function isStrong({ acr, amr }: Readonly<Record<string, unknown>>): boolean {
  if (typeof acr === 'string' && /(?:SpidL[23]|CieL[23]|SPIDL[23])$/i.test(acr)) return true;
  return Array.isArray(amr) && amr.includes('mfa');
}

function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}
