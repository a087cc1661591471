import { Secret, TOTP } from 'otpauth';
import { must } from '../../../domain/base/assert.ts';
import type { SignInAnswer } from '../../../domain/protocol/endpoints/session/session.ts';
import type { Visitors } from '../visitor.ts';

/** The authenticator of somebody: shows the next code, since none is taken twice. */
export type Authenticator = () => string;

/** An authenticator with a secret, in front of a server whose clock it moves. */
export function authenticatorOf({ clock }: Pick<Visitors, 'clock'>, secret: string): Authenticator {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return () => {
    clock.now += 30_000;
    return totp.generate({ timestamp: clock.now });
  };
}

/** Switches a second factor on for whoever has this access token. */
export async function switchFactorOn(at: Visitors, token: string): Promise<Authenticator> {
  const begun = await at.send<{ secret: string }>('POST', '/api/account/second-factor/begin', {}, { token });
  const phone = authenticatorOf(at, begun.body.secret);
  const confirmed = await at.send('POST', '/api/account/second-factor/confirm', { code: phone() }, { token });
  if (confirmed.status !== 200) throw new Error(JSON.stringify(confirmed.body));
  return phone;
}

/** Signs in with a password and a code. */
export async function enterWithFactor(at: Visitors, name: string, password: string, phone: Authenticator) {
  const { step } = (await at.attempt(name, password)).body as SignInAnswer;
  const { ticket } = must(step, 'a second factor is asked for');
  const { body } = await at.send<SignInAnswer>('POST', '/session/second-factor', { ticket, code: phone() });
  return must(body.tokens, JSON.stringify(body));
}
