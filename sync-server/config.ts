import type { OpenIdConnectSettings } from './identity/providers/openid-connect.ts';
import { parseEmailAddress } from '../domain/people/email-address.ts';

/** What the environment decides about one server process. */
export interface ServerConfig {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  /** Where people's browsers reach this server: links in mails begin with it. Host and port when absent. */
  readonly publicUrl: string | undefined;
  /** The mail server to send through, and whom messages come from; without one they wait to be printed. */
  readonly mail: { readonly url: string; readonly from: string } | undefined;
  /** An OpenID Connect provider to sign in by; none by default. */
  readonly provider: OpenIdConnectSettings | undefined;
  readonly heartbeatSeconds: number;
  /** Requests that one session (or, signed out, one address) may make in a minute; 0 for no limit. */
  readonly requestsPerMinute: number;
  readonly metricsToken: string | undefined;
  /** Addresses of reverse proxies whose `X-Forwarded-For` is believed, comma separated. */
  readonly trustedProxies: string | undefined;
  readonly logLevel: string;
  /** Instant at which the clock starts, for demonstrations and tests; the machine's time when absent. */
  readonly clock: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'];

/** Reads the configuration; an error names the variable and what it should be. */
export function readConfig(environment: Environment): ServerConfig {
  return {
    host: text(environment, 'CAMPANELLA_HOST') ?? '127.0.0.1',
    port: integer(environment, 'CAMPANELLA_PORT', { fallback: 8440, least: 0, most: 65_535 }),
    dataFolder: text(environment, 'CAMPANELLA_DATA') ?? './data',
    publicUrl: webAddress(environment, 'CAMPANELLA_PUBLIC_URL'),
    mail: mailServer(environment),
    provider: identityProvider(environment),
    heartbeatSeconds: integer(environment, 'CAMPANELLA_HEARTBEAT_SECONDS', {
      fallback: 15,
      least: 1,
      most: 300,
    }),
    requestsPerMinute: integer(environment, 'CAMPANELLA_REQUESTS_PER_MINUTE', {
      fallback: 1200,
      least: 0,
      most: 1_000_000,
    }),
    metricsToken: secret(environment, 'CAMPANELLA_METRICS_TOKEN'),
    trustedProxies: text(environment, 'CAMPANELLA_TRUSTED_PROXIES'),
    logLevel: oneOf(environment, 'CAMPANELLA_LOG_LEVEL', LOG_LEVELS, 'info'),
    clock: text(environment, 'CAMPANELLA_CLOCK'),
  };
}

function identityProvider(environment: Environment): OpenIdConnectSettings | undefined {
  const issuer = webAddress(environment, 'CAMPANELLA_OIDC_ISSUER');
  if (issuer === undefined) return undefined;
  const needed = (name: string) => {
    const value = text(environment, name);
    if (value === undefined) throw new Error(`${name} is missing: CAMPANELLA_OIDC_ISSUER needs it`);
    return value;
  };
  return {
    issuer,
    clientId: needed('CAMPANELLA_OIDC_CLIENT_ID'),
    clientSecret: needed('CAMPANELLA_OIDC_CLIENT_SECRET'),
    name: text(environment, 'CAMPANELLA_OIDC_NAME') ?? 'SPID / CIE',
    strongLevels: text(environment, 'CAMPANELLA_OIDC_STRONG_LEVELS')?.split(/\s+/),
  };
}

function text(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim();
  return value === undefined || value === '' ? undefined : value;
}

function integer(
  environment: Environment,
  name: string,
  { fallback, least, most }: { readonly fallback: number; readonly least: number; readonly most: number },
): number {
  const value = text(environment, name);
  if (value === undefined) return fallback;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most)
    throw new Error(`${name} must be a whole number from ${least} to ${most}`);
  return number;
}

function webAddress(environment: Environment, name: string): string | undefined {
  const value = text(environment, name);
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isPlain = url && /^https?:$/.test(url.protocol) && `${url.search}${url.hash}${url.username}` === '';
  if (!isPlain) throw new Error(`${name} must be an address such as https://register.example.it`);
  return value;
}

/** Errors name the variable and never its value: there is a password in it. */
function mailServer(environment: Environment): ServerConfig['mail'] {
  const url = text(environment, 'CAMPANELLA_SMTP_URL');
  const from = text(environment, 'CAMPANELLA_MAIL_FROM');
  if (url === undefined && from === undefined) return undefined;
  if (url === undefined) throw new Error('CAMPANELLA_MAIL_FROM needs CAMPANELLA_SMTP_URL');
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^smtps?:$/.test(parsed.protocol) || parsed.hostname === '' || parsed.search !== '')
    throw new Error(
      'CAMPANELLA_SMTP_URL must be an address such as smtps://user:password@mail.example.it:465',
    );
  if (from === undefined) throw new Error('CAMPANELLA_SMTP_URL needs CAMPANELLA_MAIL_FROM');
  const address = /<([^<>]*)>$/.exec(from)?.[1] ?? from;
  if (parseEmailAddress(address) === undefined || /\p{Cc}/u.test(from))
    throw new Error('CAMPANELLA_MAIL_FROM must be an address, or a name and an <address>');
  return { url, from };
}

function secret(environment: Environment, name: string): string | undefined {
  const value = text(environment, name);
  if (value !== undefined && value.length < 16) throw new Error(`${name} must have at least 16 characters`);
  return value;
}

function oneOf(environment: Environment, name: string, allowed: readonly string[], fallback: string): string {
  const value = text(environment, name) ?? fallback;
  if (!allowed.includes(value)) throw new Error(`${name} must be one of ${allowed.join(', ')}`);
  return value;
}
