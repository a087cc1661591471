import { randomBytes } from 'node:crypto';
import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { fail, type Failed } from '../../domain/base/result.ts';
import {
  BRIDGE_EVENTS,
  BRIDGE_VERBS,
  type BridgeEvent,
  type BridgeVerb,
  type BridgeVerbs,
} from '../../domain/protocol/bridge/bridge.ts';
import type { Unfinished } from '../files/unfinished.ts';
import type { Log } from '../log/log.ts';
import { areVerbArguments } from './verb-arguments.ts';

/** The implementation of every verb; it may answer at once or later. */
export type VerbHandlers = {
  readonly [V in BridgeVerb]: (
    ...args: Parameters<BridgeVerbs[V]>
  ) => ReturnType<BridgeVerbs[V]> | Promise<ReturnType<BridgeVerbs[V]>>;
};

/** What {@link registerBridge} depends on. */
export interface RegistrarParts {
  readonly ipc: Pick<IpcMain, 'handle' | 'on'>;
  readonly handlers: VerbHandlers;
  /** Whether a message comes from our own page's main frame, and not from anything else that runs in the window. */
  readonly isTrusted: (event: IpcMainInvokeEvent | IpcMainEvent) => boolean;
  /** The page's listeners have run for an event. */
  readonly onHeard: (event: BridgeEvent) => void;
  /** Counts the verbs that are under way. */
  readonly unfinished: Unfinished;
  readonly log: Log;
}

type FailureKindOf<V extends BridgeVerb> =
  Extract<ReturnType<BridgeVerbs[V]>, Failed<unknown>> extends Failed<infer F>
    ? F extends { readonly kind: infer K }
      ? K
      : never
    : never;

/** The verbs whose failures have a kind for the unexpected; the others reject. */
type AnswersUnexpected = {
  [V in BridgeVerb]: 'internal' extends FailureKindOf<V> ? V : never;
}[BridgeVerb];

const UNEXPECTED: { readonly [V in AnswersUnexpected]: ReturnType<BridgeVerbs[V]> & Failed<unknown> } = {
  signIn: fail({ kind: 'internal' }),
  answerStep: fail({ kind: 'internal' }),
  signInWays: fail({ kind: 'internal' }),
  startProvider: fail({ kind: 'internal' }),
  reopenProvider: fail({ kind: 'internal' }),
  finishProvider: fail({ kind: 'internal' }),
  unlock: fail({ kind: 'internal' }),
  unlockWithPin: fail({ kind: 'internal' }),
  setPin: fail({ kind: 'internal' }),
  switchAccount: fail({ kind: 'internal' }),
  accountAct: fail({ kind: 'internal' }),
  recover: fail({ kind: 'internal' }),
  handOver: fail({ kind: 'internal' }),
  signOut: fail({ kind: 'internal', unsent: 0 }),
  removeAccount: fail({ kind: 'internal', unsent: 0 }),
  forgetLost: fail({ kind: 'internal', unsent: 0 }),
  journalAppend: fail({ kind: 'internal' }),
  journalSettle: fail({ kind: 'internal' }),
  journalRefuse: fail({ kind: 'internal' }),
  journalRead: fail({ kind: 'internal' }),
  saveFile: fail({ kind: 'internal' }),
};

/** Registers all verbs of the bridge, and nothing else: the only place that uses Electron's IPC in the main process. */
export function registerBridge(parts: RegistrarParts): void {
  for (const verb of BRIDGE_VERBS) register(verb, parts);
  parts.ipc.on('campanella:heard', (event, name: unknown) => {
    const heard = BRIDGE_EVENTS.find((known) => known === name);
    if (heard !== undefined && parts.isTrusted(event)) parts.onHeard(heard);
  });
}

function register(verb: BridgeVerb, { ipc, handlers, isTrusted, unfinished, log }: RegistrarParts): void {
  // The cast: the arguments are checked against the schemas of this very verb before each call.
  const handler = handlers[verb] as (...args: readonly unknown[]) => unknown;
  ipc.handle(`campanella:${verb}`, async (event, ...given: unknown[]) => {
    if (!isTrusted(event)) {
      log.warn('bridgeStranger', { verb });
      throw new Error('Refused');
    }
    if (!areVerbArguments(verb, given)) {
      log.warn('bridgeArguments', { verb });
      return unexpected(verb, 'arguments');
    }
    try {
      return await unfinished.keep(Promise.resolve(handler(...given)));
    } catch (error) {
      const incident = randomBytes(4).toString('hex');
      log.error('bridgeFailure', error, { verb, incident });
      return unexpected(verb, incident);
    }
  });
}

function unexpected(verb: BridgeVerb, incident: string): unknown {
  const answers: { readonly [V in BridgeVerb]?: unknown } = UNEXPECTED;
  const answer = answers[verb];
  if (answer === undefined) throw new Error(`Internal failure ${incident}`);
  return answer;
}
