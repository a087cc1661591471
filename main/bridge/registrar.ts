import { randomBytes } from 'node:crypto';
import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { fail } from '../../domain/base/result.ts';
import type { BridgeEvent } from '../../domain/protocol/bridge/bridge.ts';
import { BRIDGE_EVENTS, BRIDGE_VERBS } from '../../domain/protocol/bridge/surface.ts';
import type { Verb } from '../../domain/protocol/bridge/verbs/verb.ts';
import { verbs, type BridgeVerb, type BridgeVerbs } from '../../domain/protocol/bridge/verbs/verbs.ts';
import type { Unfinished } from '../files/unfinished.ts';
import type { Log } from '../log/log.ts';
import { areArgumentsOf } from './verb-arguments.ts';

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

/** Registers all verbs of the bridge, and nothing else: the only place that uses Electron's IPC in the main process. */
export function registerBridge(parts: RegistrarParts): void {
  for (const verb of BRIDGE_VERBS) register(verb, parts);
  parts.ipc.on('campanella:heard', (event, name: unknown) => {
    const heard = BRIDGE_EVENTS.find((known) => known === name);
    if (heard !== undefined && parts.isTrusted(event)) parts.onHeard(heard);
  });
}

function register(name: BridgeVerb, { ipc, handlers, isTrusted, unfinished, log }: RegistrarParts): void {
  const verb: Verb = verbs[name];
  // The cast: the arguments are checked against the schemas of this very verb before each call.
  const handler = handlers[name] as (...args: readonly unknown[]) => unknown;
  ipc.handle(`campanella:${name}`, async (event, ...given: unknown[]) => {
    if (!isTrusted(event)) {
      log.warn('bridgeStranger', { verb: name });
      throw new Error('Refused');
    }
    if (!areArgumentsOf(verb, given)) {
      log.warn('bridgeArguments', { verb: name });
      return unexpected(verb, 'arguments');
    }
    try {
      return await unfinished.keep(Promise.resolve(handler(...given)));
    } catch (error) {
      const incident = randomBytes(4).toString('hex');
      log.error('bridgeFailure', error, { verb: name, incident });
      return unexpected(verb, incident);
    }
  });
}

function unexpected(verb: Verb, incident: string): unknown {
  if (verb.unexpected === undefined) throw new Error(`Internal failure ${incident}`);
  return fail(verb.unexpected);
}
