import { ok, type Result } from '../../../domain/base/result.ts';
import type { ActEndpoint } from '../../../domain/protocol/endpoint.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { NotedBy } from '../../../domain/protocol/endpoints/office/operations.ts';
import type { Asked, Given, Work } from '../../base/message.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';
import type { OfficeAct, OfficeContext } from './office.ts';
import type { WhyRefused } from './refusals.ts';

/** Serves the endpoints of acts. */
export type ServeAct = <E extends ActEndpoint>(endpoint: E, work: Work<E, SignedIn>) => void;

/** An act of the office, whole: its endpoint, which says the right and the operations, and what is done. */
export interface DefinedAct<E extends ActEndpoint> {
  readonly endpoint: E;
  /** Serves the act, in the frame of the context. */
  serve(serve: ServeAct, context: OfficeContext): void;
}

/** What an act does within its transaction; it notes the operations of its endpoint, and no others. */
type Doing<E extends ActEndpoint> = (act: OfficeAct<NotedBy<E>>) => Promise<Result<Given<E>, Failure>>;

/** Defines an act: all of it is one transaction. */
export function defineAct<E extends ActEndpoint>(
  endpoint: E,
  over: (
    context: OfficeContext,
  ) => (act: OfficeAct<NotedBy<E>>, asked: Asked<E, SignedIn>) => Promise<Result<Given<E>, Failure>>,
): DefinedAct<E> {
  return definePreparedAct(endpoint, (context) => {
    const work = over(context);
    return async (asked) => ok(async (act) => await work(act, asked));
  });
}

/**
 * Defines an act of which something takes long (hashing, drawing pages). That comes before the transaction, and answers what is to be done
 * in it. Whoever prepares looks at the right of whoever asks by `officeOf`; the frame looks once more.
 */
export function definePreparedAct<E extends ActEndpoint>(
  endpoint: E,
  over: (context: OfficeContext) => (asked: Asked<E, SignedIn>) => Promise<Result<Doing<E>, Failure>>,
): DefinedAct<E> {
  return {
    endpoint,
    serve(serve, context) {
      const prepare = over(context);
      serve(endpoint, async (asked) => {
        const prepared = await prepare(asked);
        const answer = prepared.ok ? await context.act(asked.who, endpoint, prepared.value) : prepared;
        const why = answer.ok ? undefined : whyRefused(answer.failure);
        if (why !== undefined) await context.noteRefusal(asked.who, endpoint, why);
        return answer;
      });
    },
  };
}

/** Of what kind a refusal is that the register keeps; undefined for one that only says what does not fit. */
function whyRefused(failure: Failure): WhyRefused | undefined {
  if (failure.kind === 'forbidden') return 'right';
  return failure.kind === 'notPossible' && failure.reason === 'ownTask' ? 'own' : undefined;
}
