import type { CollectionName } from '../../record/collection-names.ts';
import type { SessionState } from './session-state.ts';
import { SESSION_VERBS, type SessionVerbs } from './session-verbs.ts';
import { PROVIDER_VERBS, type ProviderVerbs } from './provider-verbs.ts';
import { ACCOUNTS_VERBS, type AccountsVerbs } from './accounts-verbs.ts';
import { JOURNAL_VERBS, type JournalVerbs } from './journal-verbs.ts';
import { DEVICE_VERBS, type DeviceVerbs } from './device-verbs.ts';

/** The verbs of the page, request and answer: the whole of what the renderer can ask of the main process. */
export interface BridgeVerbs extends SessionVerbs, ProviderVerbs, AccountsVerbs, JournalVerbs, DeviceVerbs {}

/** The events that the main process sends to the page. */
export interface BridgeEvents {
  /** The session changed: signed out elsewhere, locked on idle, connection lost or back. */
  readonly sessionChanged: SessionState;
  /** The server has something new in these collections; where none are named (the line came back), pull all. */
  readonly serverChanged: { readonly collections?: readonly CollectionName[] };
  /** The user asked to close while entries wait: the page shows the warning. */
  readonly closeRequested: { readonly unsent: number };
}

/** Name of a bridge verb. */
export type BridgeVerb = keyof BridgeVerbs;
/** Name of a bridge event. */
export type BridgeEvent = keyof BridgeEvents;

/**
 * The approved surface: preload exposes exactly these, and a test compares. The cast: `Object.keys` does not tell the names of a closed object.
 */
export const BRIDGE_VERBS = Object.keys({
  ...DEVICE_VERBS,
  ...SESSION_VERBS,
  ...PROVIDER_VERBS,
  ...ACCOUNTS_VERBS,
  ...JOURNAL_VERBS,
} satisfies Readonly<Record<BridgeVerb, true>>) as readonly BridgeVerb[];

/** The approved events. */
export const BRIDGE_EVENTS = [
  'sessionChanged',
  'serverChanged',
  'closeRequested',
] as const satisfies readonly BridgeEvent[];

/** What preload puts on `window.campanella`: the verbs as promises, and `on`, which returns its own unsubscribe. */
export type Bridge = {
  readonly [V in BridgeVerb]: (...args: Parameters<BridgeVerbs[V]>) => Promise<ReturnType<BridgeVerbs[V]>>;
} & {
  readonly on: <E extends BridgeEvent>(event: E, listener: (payload: BridgeEvents[E]) => void) => () => void;
};
