import * as client from 'openid-client';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { parseEmailAddress } from '../../../domain/people/email-address.ts';
import type { ProviderRefusal, SignInProvider, VouchedIdentity } from './sign-in-provider.ts';

/** How an OpenID Connect provider is reached. */
export interface OpenIdConnectSettings {
  readonly name: string;
  /** Its issuer, an https address; plain http is taken for this machine only. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The values of `acr`, whole, that say that more than a password was shown; those of SPID and CIE where absent. */
  readonly strongLevels?: readonly string[] | undefined;
}

/**
 * What SPID and CIE say in `acr` of somebody who has shown more than a password: both say it with SPID's addresses. CIE has none of its
 * own (technical rules "SPID/CIE OpenID Connect", github.com/italia/spid-cie-oidc-docs, `acr_values_supported` of the provider's metadata
 * in docs/en/metadata_oidc_op.rst, and `acr` of the ID token in docs/en/token_endpoint.rst). A gateway may use others: the operator names them.
 */
export const STRONG_LEVELS: readonly string[] = [
  'https://www.spid.gov.it/SpidL2',
  'https://www.spid.gov.it/SpidL3',
];

const SCOPE = 'openid email profile';
const TIMEOUT_SECONDS = 10;
/** Times in tokens may differ by this much from ours. */
const CLOCK_TOLERANCE_SECONDS = 30;
/** What a provider says of itself is asked again after so long. */
const KEEP_MS = 3_600_000;
/** A provider that could not be reached is asked again, at the earliest after so long: anybody can make a browser depart. */
const UNREACHABLE_MS = 15_000;
/** How long ago somebody may have signed in there, as a provider is told it: as long as a journey takes. What counts is the departure. */
const MAX_AGE_SECONDS = 600;

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
        const secrets = {
          state: client.randomState(),
          nonce: client.randomNonce(),
          verifier,
          departedAt: now(),
        };
        const url = client.buildAuthorizationUrl(await configuration(), {
          redirect_uri: returnTo,
          scope: SCOPE,
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          state: secrets.state,
          nonce: secrets.nonce,
          // A session that somebody has left open there must not open the register for whoever comes next.
          prompt: 'login',
          max_age: String(MAX_AGE_SECONDS),
        });
        return { url: url.href, secrets };
      }),

    complete: (arrival, { state, nonce, verifier, departedAt }) =>
      attempt('refused', async () => {
        const found = await configuration();
        const answer = await client.authorizationCodeGrant(found, arrival, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
        });
        const claims = answer.claims();
        if (!claims) throw new Error('The provider sent no ID token');
        refuseOld(claims, departedAt, now());
        const strong = settings.strongLevels ?? STRONG_LEVELS;
        const signed = toPerson(claims);
        if (signed) return { ...signed, isStrong: isStrong(claims, strong) };
        if (!found.serverMetadata().userinfo_endpoint) throw new Error('The ID token names nobody');
        const told = toPerson(await client.fetchUserInfo(found, answer.access_token, claims.sub));
        if (!told) throw new Error('The provider vouches neither for a fiscal code nor for an address');
        // Nobody has signed this answer: whoever it names, the strength that the token speaks of is not theirs.
        return { ...told, isStrong: false };
      }),
  };
}

type Claims = Readonly<Record<string, unknown>>;

/**
 * Refuses a token for a sign-in of before the journey: whoever sat at the computer a few minutes earlier is somebody else. `auth_time` is
 * looked at where it is: SPID and CIE do not send it, and ask again by their own rules from level 2 on.
 */
function refuseOld({ auth_time: signedInAt, iat }: Claims, departedAt: number, now: number): void {
  const earliest = departedAt / 1000 - CLOCK_TOLERANCE_SECONDS;
  const latest = now / 1000 + CLOCK_TOLERANCE_SECONDS;
  for (const time of [signedInAt, iat]) {
    if (time === undefined) continue;
    const seconds = Number(time);
    // What is no number is refused too.
    if (!(seconds >= earliest && seconds <= latest))
      throw new Error('The provider has not asked who it is just now');
  }
}

/**
 * Reads whom the claims of one source name: of SPID and CIE (with their `TINIT-` before the fiscal code) and the standard ones. Those of
 * two sources are never mixed: an address of one would count as verified by the other.
 */
function toPerson(claims: Claims): Omit<VouchedIdentity, 'isStrong'> | undefined {
  const codes = [
    claims['fiscal_number'],
    claims['fiscalNumber'],
    claims['https://attributes.eid.gov.it/fiscal_number'],
  ].filter((claim) => typeof claim === 'string');
  const plain = new Set(
    codes.map((code) =>
      code
        .trim()
        .toUpperCase()
        .replace(/^TINIT-/, ''),
    ),
  );
  if (plain.size > 1) throw new Error('The provider names two people');
  const [fiscalCode] = plain;
  const isCode = fiscalCode !== undefined && /^[A-Z0-9]{11,16}$/.test(fiscalCode);
  const { email, email_verified: isVerified } = claims;
  // What is no address is nobody's: it stays as it is, since a change of case can make it look like somebody's.
  const address =
    typeof email === 'string' && isVerified === true ? (parseEmailAddress(email) ?? email) : undefined;
  if (!isCode && address === undefined) return undefined;
  return { ...(isCode ? { fiscalCode } : {}), ...(address === undefined ? {} : { email: address }) };
}

/** What the provider says of how the person has shown who they are: the whole value counts, never what it ends in. */
function isStrong({ acr, amr }: Claims, strong: readonly string[]): boolean {
  if (typeof acr === 'string' && strong.includes(acr)) return true;
  return Array.isArray(amr) && amr.includes('mfa');
}

function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}
