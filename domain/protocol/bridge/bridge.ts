import type { CollectionName } from '../../record/collection-names.ts';
import type { SessionState } from './session-state.ts';
import type { BridgeVerb, BridgeVerbs } from './verbs/verbs.ts';

/** The events that the main process sends to the page. */
export interface BridgeEvents {
  /** The session changed: signed out elsewhere, locked on idle, connection lost or back. */
  readonly sessionChanged: SessionState;
  /** The server has something new in these collections; where none are named (the line came back), pull all. */
  readonly serverChanged: { readonly collections?: readonly CollectionName[] };
  /** The user asked to close while entries wait: the page shows the warning. */
  readonly closeRequested: { readonly unsent: number };
}

/** Name of a bridge event. */
export type BridgeEvent = keyof BridgeEvents;

/** What preload puts on `window.campanella`: the verbs as promises, and `on`, which returns its own unsubscribe. */
export type Bridge = {
  readonly [V in BridgeVerb]: (...args: Parameters<BridgeVerbs[V]>) => Promise<ReturnType<BridgeVerbs[V]>>;
} & {
  readonly on: <E extends BridgeEvent>(event: E, listener: (payload: BridgeEvents[E]) => void) => () => void;
};
