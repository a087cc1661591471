import { assert } from '../../../domain/base/assert.ts';
import { checkSchema } from '../../../domain/base/check-schema.ts';
import type { Bridge, BridgeEvents } from '../../../domain/protocol/bridge/bridge.ts';
import { readPicture } from '../../../domain/protocol/endpoints/account/account-endpoints.ts';
import { synchronise } from '../../../domain/protocol/endpoints/register/register-endpoints.ts';
import type { SyncAnswer, SyncRequest } from '../../../domain/protocol/endpoints/register/sync.ts';
import type { Identity } from '../../../domain/protocol/endpoints/session/session.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { COLLECTION_NAMES, type CollectionName } from '../../../domain/record/collection-names.ts';
import { readRequest } from '../../../renderer/data/testing/read-request.ts';
import { noteSynchronised } from '../device/synchronised.ts';
import type { Scenario } from '../scenario.ts';
import { hasUnsent } from '../school/written.ts';
import { lostByCopy, unreadable } from '../school/troubles.ts';
import { failure } from './answers.ts';
import type { SchoolRegister } from './register.ts';

/** Milliseconds without a request after which nothing more is to come. */
const QUIET = 400;

/** What stands between the device and the register of the school: it works until the device has everything, and then as the scenario says. */
export function createLine(
  scenario: Scenario,
  bridge: Pick<Bridge, 'sessionState'> & {
    emit<E extends keyof BridgeEvents>(event: E, payload: BridgeEvents[E]): void;
  },
  register: SchoolRegister,
  atSchool: readonly RegisterRecord[],
) {
  /** Collections of which the device has everything, by what it asks. */
  const known = new Set<CollectionName>();
  let phase: 'first' | 'then' = 'first';
  let turns = 0;
  let isTold = false;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const isCut = () => phase === 'then' && (scenario.name === 'offline' || scenario.ended);
  // Register and picture are on the device from a time before; whatever else is asked finds no line.
  const isCutFor = (path: string) =>
    isCut() || (scenario.name === 'offline' && (phase === 'then' || path !== readPicture.path));

  async function answer(identity: Identity, request: SyncRequest): Promise<Response> {
    turns += 1;
    if (phase === 'then') noteWhenQuiet();
    if (isCut()) return cut();
    if (scenario.name === 'trouble' && isTold) return failure('notSignedIn', 'Ended');
    if (scenario.name === 'first' && turns > 1) {
      noteSynchronised();
      // The rest is on its way, and does not come.
      return await new Promise<never>(() => undefined);
    }
    return Response.json(checked(withTroubles(register.answer(identity, withoutRows(request)))));
  }

  /** What the school has not decided on yet stays with the device. */
  function withoutRows(request: SyncRequest): SyncRequest {
    return hasUnsent(scenario) || scenario.waiting !== undefined ? { ...request, push: {} } : request;
  }

  function withTroubles(given: SyncAnswer): SyncAnswer {
    if (scenario.name === 'first')
      return { ...given, pull: mapPages(given, (page) => ({ ...page, more: true })) };
    if (phase === 'then' && scenario.name === 'trouble') {
      isTold = true;
      callAgain();
      return { ...given, pull: {}, updateRequired: true };
    }
    if (phase === 'then') return given;
    look(given);
    if (scenario.name !== 'trouble' || turns > 1) return given;
    return {
      ...given,
      pull: mapPages(given, (page, name) => ({
        ...page,
        documents: [...page.documents, ...unreadable(name)],
      })),
    };
  }

  /** Whoever is given nothing has everything: what was given is stored before the device asks from there on. */
  function look({ pull }: SyncAnswer): void {
    const pages = COLLECTION_NAMES.flatMap((name) => pull[name] ?? []);
    for (const name of COLLECTION_NAMES) if (pull[name]?.documents.length === 0) known.add(name);
    if (known.size < COLLECTION_NAMES.length) {
      if (pages.some(({ documents }) => documents.length > 0)) callAgain();
      return;
    }
    phase = 'then';
    if (scenario.name === 'restored') register.putBack(lostByCopy(atSchool));
    setTimeout(() => void goOn());
  }

  async function goOn(): Promise<void> {
    const state = await bridge.sessionState();
    if (isCut()) bridge.emit('sessionChanged', state);
    if (scenario.name !== 'restored' && scenario.name !== 'trouble') return noteSynchronised();
    callAgain();
    noteWhenQuiet();
  }

  /** What follows goes to and fro for a while. */
  function noteWhenQuiet(): void {
    clearTimeout(quiet);
    quiet = setTimeout(noteSynchronised, QUIET);
  }

  function callAgain(): void {
    setTimeout(() => bridge.emit('serverChanged', { collections: [...COLLECTION_NAMES] }));
  }

  const cut = () => (scenario.ended ? failure('notSignedIn', 'Ended') : failure('unavailable', 'Offline'));

  return {
    isCut: isCutFor,
    cut,
    synchronise: async (identity: Identity, init: RequestInit | undefined) =>
      await answer(identity, await readRequest(init)),
  };
}

function mapPages(
  { pull }: SyncAnswer,
  change: (page: NonNullable<SyncAnswer['pull'][CollectionName]>, name: CollectionName) => object,
): SyncAnswer['pull'] {
  return Object.fromEntries(
    COLLECTION_NAMES.flatMap((name) => {
      const page = pull[name];
      return page ? [[name, change(page, name)]] : [];
    }),
  );
}

function checked(answer: SyncAnswer): SyncAnswer {
  assert(checkSchema(synchronise.answer, answer, 'lenient'), 'an answer in the shape of the wire');
  return answer;
}
