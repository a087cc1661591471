import { ok } from '../../../domain/base/result.ts';
import type { Bridge } from '../../../domain/protocol/bridge/bridge.ts';
import type { Identity } from '../../../domain/protocol/endpoints/session/session.ts';
import type { SyncAnswer, SyncRequest } from '../../../domain/protocol/endpoints/register/sync.ts';
import type { Surroundings } from '../open-register.ts';
import { createTestDevice, type TestDevice } from './test-device.ts';
import { readRequest } from './read-request.ts';

/** A session of one account at a server. */
export interface TestSession {
  readonly identity: Identity;
  readonly accessToken: string;
}

interface Server {
  readonly clock: { readonly now: number };
  sync(token: string, request: SyncRequest): Promise<SyncAnswer>;
}

/** A device that goes over from one account to another; what it sends carries the session of the one that is open. */
export interface SwitchingDevice extends Surroundings {
  readonly devices: readonly TestDevice[];
  readonly requests: SyncRequest[];
  online: boolean;
}

/** A device on which several accounts are open in turn, the first one at first, each with a key and a journal of its own. */
export function createSwitchingDevice(server: Server, sessions: readonly TestSession[]): SwitchingDevice {
  const requests: SyncRequest[] = [];
  let current = 0;
  const tokenOf = () => sessions[current]?.accessToken ?? '';
  const fetch: typeof globalThis.fetch = async (_url, init) => {
    if (!device.online) throw new TypeError('offline');
    const token = tokenOf();
    const request = await readRequest(init);
    requests.push(request);
    return Response.json(await server.sync(token, request));
  };
  const common = { fetch, deviceTime: () => server.clock.now, random: () => 0.01 };
  const devices = sessions.map(({ identity }) => createTestDevice(identity, common));
  const open = (): TestDevice => {
    const found = devices[current];
    if (!found) throw new Error('No account is open');
    return found;
  };
  const [first = open()] = devices;
  const bridge: Bridge = {
    ...first.bridge,
    sessionState: () => open().bridge.sessionState(),
    localStoreKey: () => open().bridge.localStoreKey(),
    journalAppend: (entries, opening) => open().bridge.journalAppend(entries, opening),
    journalSettle: (entries, opening) => open().bridge.journalSettle(entries, opening),
    journalRefuse: (refusals, opening) => open().bridge.journalRefuse(refusals, opening),
    journalRead: (opening) => open().bridge.journalRead(opening),
    async switchAccount({ username, school }) {
      current = sessions.findIndex(
        ({ identity }) => identity.username === username && identity.school === school,
      );
      return ok(await open().bridge.sessionState());
    },
  };
  const device: SwitchingDevice = {
    ...first,
    bridge,
    devices,
    requests,
    online: true,
  };
  return device;
}
