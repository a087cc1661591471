import type { SchoolId } from '../../domain/base/ids.ts';
import type {
  AccountRef,
  JourneyPurpose,
  SessionTokens,
  SignInStep,
} from '../../domain/protocol/endpoints/session/session.ts';

/** What has been asked with so far. */
export interface Asked {
  /** What was typed as a name, for the next sign-in without the server; empty by a provider. */
  readonly typed: string;
  /** The password that the server has taken; absent where a provider says who the person is. */
  readonly password?: string;
  /** The one before it, where it has just been changed. */
  readonly earlier?: string;
  /** The known school at whose server it is. */
  readonly reachedBy: SchoolId;
  /** The account that is wanted, and no other. */
  readonly only?: AccountRef;
}

/** A step that the server asks for. */
export interface HeldStep extends Asked {
  readonly kind: 'step';
  readonly step: SignInStep;
}

/** A browser is on its way to the provider and back; `flow` is the app's own secret (docs/adr/0010). */
export interface HeldJourney {
  readonly kind: 'journey';
  readonly purpose: JourneyPurpose;
  readonly flow: string;
  readonly url: string;
  readonly reachedBy: SchoolId;
  readonly only?: AccountRef;
}

/** The server has opened a session; the password that opens the data of this computer is still missing. */
export interface HeldSession extends Asked {
  readonly kind: 'session';
  readonly tokens: SessionTokens;
}

/** A sign-in that is not complete, with what the page does not get to see. */
export type HeldSignIn = HeldStep | HeldJourney | HeldSession;

/** Holds one sign-in that is not complete, in memory alone, until it is answered, cancelled or too old. */
export interface PendingSteps {
  hold(held: HeldSignIn): void;
  current(): HeldSignIn | undefined;
  /** Lets go of it because it goes on. */
  take(): void;
  /** Gives it up. */
  forget(): void;
  /** Another number after each {@link forget}: whether somebody has cancelled while an answer was on its way. */
  given(): number;
}

/** As long as the server takes tickets and codes. */
export const STEP_LASTS = 600_000;

/**
 * Creates the holder; `steady` is a clock in milliseconds that nobody can set. Told of a session that was given up, so that it does not
 * stay open on the server.
 */
export function createPendingSteps(
  steady: () => number,
  onGivenUp: (session: HeldSession) => void,
): PendingSteps {
  let held: HeldSignIn | undefined;
  let until = 0;
  let given = 0;
  let timer: NodeJS.Timeout | undefined;

  function take(): void {
    clearTimeout(timer);
    held = undefined;
  }

  function forget(): void {
    const left = held;
    given += 1;
    take();
    if (left?.kind === 'session') onGivenUp(left);
  }

  return {
    take,
    forget,
    given: () => given,
    hold: (next) => {
      forget();
      held = next;
      until = steady() + STEP_LASTS;
      timer = setTimeout(forget, STEP_LASTS);
      timer.unref();
    },
    current: () => {
      if (held !== undefined && steady() >= until) forget();
      return held;
    },
  };
}
