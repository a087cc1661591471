import type { BridgeEvent } from './bridge.ts';
import { verbs, type BridgeVerb } from './verbs/verbs.ts';

/**
 * The approved surface: preload exposes exactly these, and a test compares. The build puts the names into preload, and nothing of the
 * verbs' schemas. The cast: `Object.keys` does not tell the names of a closed object.
 */
export const BRIDGE_VERBS = Object.keys(verbs) as readonly BridgeVerb[];

/** The approved events. */
export const BRIDGE_EVENTS = [
  'sessionChanged',
  'serverChanged',
  'closeRequested',
] as const satisfies readonly BridgeEvent[];
