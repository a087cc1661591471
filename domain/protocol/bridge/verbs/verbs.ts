import { accountsVerbs } from './accounts-verbs.ts';
import { deviceVerbs } from './device-verbs.ts';
import { journalVerbs } from './journal-verbs.ts';
import { providerVerbs } from './provider-verbs.ts';
import { sessionVerbs } from './session-verbs.ts';
import type { VerbFunction } from './verb.ts';

/** The verbs of the page: the whole of what the renderer can ask of the main process. */
export const verbs = { ...deviceVerbs, ...sessionVerbs, ...providerVerbs, ...accountsVerbs, ...journalVerbs };

/** Name of a bridge verb. */
export type BridgeVerb = keyof typeof verbs;

/** The verbs as functions, request and answer. */
export type BridgeVerbs = { readonly [V in BridgeVerb]: VerbFunction<(typeof verbs)[V]> };
