import type { Result } from '../../../domain/base/result.ts';

/** What a provider of digital identities vouches for: at least one member is there. */
export interface VouchedIdentity {
  /** Codice fiscale, upper case, without the country that SPID puts before it. */
  readonly fiscalCode?: string;
  /** An address that the provider has verified. */
  readonly email?: string;
  /** Whether more than a password was shown there (SPID from level 2, CIE, or a second factor that the provider names). */
  readonly isStrong: boolean;
}

/** A way to the provider, begun for one browser. */
export interface ProviderJourney {
  /** Where the browser goes. */
  readonly url: string;
  /** What has to come back with it; secret, for this browser alone. */
  readonly secrets: JourneySecrets;
}

/** What binds the answer of a provider to the question. */
export interface JourneySecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** When the browser departed, in milliseconds: whoever is vouched for has shown who they are since. */
  readonly departedAt: number;
}

/** Why a provider's answer opens nothing; the details are for the log. */
export interface ProviderRefusal {
  readonly kind: 'unreachable' | 'refused';
  readonly cause: unknown;
}

/** A provider of digital identities (SPID, CIE, a school's own directory) behind a protocol. */
export interface SignInProvider {
  /** As it is written on the button. */
  readonly name: string;
  begin(returnTo: string): Promise<Result<ProviderJourney, ProviderRefusal>>;
  /** Checks what the browser brought back: signature, issuer, audience, nonce, state, times. */
  complete(arrival: URL, secrets: JourneySecrets): Promise<Result<VouchedIdentity, ProviderRefusal>>;
}
