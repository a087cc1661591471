import type { SchoolId } from '../../domain/base/ids.ts';
import type { PendingSignIn } from '../../domain/protocol/bridge.ts';
import type { SignInStep } from '../../domain/protocol/session.ts';

/** A sign-in that is not complete, with what the page does not get to see. */
export interface HeldStep {
  readonly step: SignInStep;
  /** What was typed, for the next sign-in without the server. */
  readonly typed: string;
  readonly password: string;
  /** The known school at whose server it is. */
  readonly reachedBy: SchoolId;
}

/** Holds one sign-in that is not complete, in memory alone, until it is answered, cancelled or too old. */
export interface PendingSteps {
  hold(step: HeldStep): PendingSignIn;
  current(): HeldStep | undefined;
  forget(): void;
}

/** As long as the server takes the ticket. */
export const STEP_LASTS = 600_000;

/** Creates the holder; `steady` is a clock in milliseconds that nobody can set. */
export function createPendingSteps(steady: () => number): PendingSteps {
  let held: HeldStep | undefined;
  let until = 0;
  let timer: NodeJS.Timeout | undefined;

  function forget(): void {
    clearTimeout(timer);
    held = undefined;
  }

  return {
    forget,
    hold: (step) => {
      forget();
      held = step;
      until = steady() + STEP_LASTS;
      timer = setTimeout(forget, STEP_LASTS);
      timer.unref();
      const { kind, username, enrolment } = step.step;
      return { kind: 'step', step: kind, username, ...(enrolment !== undefined && { enrolment }) };
    },
    current: () => {
      if (held !== undefined && steady() >= until) forget();
      return held;
    },
  };
}
