import { fail, type Result } from '../../domain/base/result.ts';
import type { ActFailure, SignInFailure } from '../../domain/protocol/bridge/act-failures.ts';
import type { SignInProgress, SignInStepAnswer } from '../../domain/protocol/bridge/session-state.ts';
import type { LocalPasswordAnswer } from '../../domain/protocol/bridge/local-password.ts';
import type { SignInAnswer } from '../../domain/protocol/endpoints/session/session.ts';
import type { Completion, CompletionParts } from './complete-sign-in.ts';
import type { HeldStep } from './pending-sign-in.ts';
import { toActFailure } from '../network/server-failures.ts';
import type { Answered } from '../network/transport.ts';
import type { UnlockParts } from './unlock.ts';

/** Which answer goes with which step. */
const ANSWERS = { secondFactor: 'code', enrolSecondFactor: 'enrolCode', newPassword: 'newPassword' } as const;

/** An answer that goes to the server. */
type ServerAnswer = Exclude<SignInStepAnswer, LocalPasswordAnswer>;

/** Goes on with a sign-in that is not complete. Not for concurrent callers. */
export type AnswerStep = (
  answer: SignInStepAnswer,
) => Promise<Result<SignInProgress, SignInFailure | ActFailure>>;

/** Creates the answers to steps: what the server asks for goes to it, the password of this computer does not. */
export function createAnswerStep(
  parts: Pick<CompletionParts, 'transport' | 'servers' | 'pending'> & Pick<UnlockParts, 'noteBlocked'>,
  { goOn, answerLocally }: Completion,
): AnswerStep {
  const { transport, servers, pending } = parts;

  async function sendStep(
    server: string,
    { step }: { readonly step: { readonly ticket: string } },
    answer: ServerAnswer,
  ): Answered<SignInAnswer> {
    const { ticket } = step;
    switch (answer.kind) {
      case 'code':
        return await transport.secondFactor(server, { ticket, code: answer.code.trim() });
      case 'enrolCode':
        return await transport.confirmSecondFactor(server, { ticket, code: answer.code.trim() });
      case 'newPassword':
        return await transport.newPassword(server, {
          ticket,
          password: answer.password,
          ...(answer.language !== undefined && { language: answer.language }),
        });
    }
  }

  /** Sends the answer to a step to the server that has asked for it. */
  async function answerServer(
    held: HeldStep,
    answer: ServerAnswer,
  ): Promise<Result<SignInProgress, SignInFailure | ActFailure>> {
    const server = servers.of({ school: held.reachedBy });
    if (server === undefined) return fail({ kind: 'expired' });
    if (ANSWERS[held.step.kind] !== answer.kind) return fail({ kind: 'internal' });
    const answered = await sendStep(server, held, answer);
    // Cancelled while the answer was on its way.
    if (pending.current() !== held) return fail({ kind: 'expired' });
    if (answered.ok) {
      pending.take();
      const { kind: _kind, step: _step, ...asked } = held;
      if (answer.kind !== 'newPassword') return await goOn(answered.value, asked);
      const { password: earlier, ...rest } = asked;
      return await goOn(answered.value, {
        ...rest,
        password: answer.password,
        ...(earlier !== undefined && { earlier }),
      });
    }
    const { kind } = answered.failure;
    if (kind === 'notSignedIn' || kind === 'tokenExpired') {
      pending.forget();
      return fail({ kind: 'expired' });
    }
    if (kind === 'accountBlocked') {
      pending.forget();
      await parts.noteBlocked(answered.failure, server);
      return fail({ kind });
    }
    return fail(toActFailure(answered.failure));
  }

  return async (answer) => {
    const held = pending.current();
    if (held === undefined) return fail({ kind: 'expired' });
    if (isLocal(answer))
      return held.kind === 'session' ? await answerLocally(held, answer) : fail({ kind: 'internal' });
    return held.kind === 'step' ? await answerServer(held, answer) : fail({ kind: 'internal' });
  };
}

function isLocal(answer: SignInStepAnswer): answer is LocalPasswordAnswer {
  return answer.kind === 'localPassword' || answer.kind === 'newLocalPassword';
}
