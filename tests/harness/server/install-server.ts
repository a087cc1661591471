import type { Bridge } from '../../../domain/protocol/bridge/bridge.ts';
import { NOTHING, patternOf } from '../../../domain/protocol/endpoint.ts';
import { endpoints } from '../../../domain/protocol/registry.ts';
import { createMemoryAccount } from './account.ts';
import { createMemoryOffice } from './office.ts';
import { drawPicture } from './picture.ts';
import type { Scenario } from '../scenario.ts';

/** Answers what the pages ask of the school directly, in the place of the main process's proxy. */
export function installMemoryServer(scenario: Scenario, bridge: Bridge): void {
  const account = createMemoryAccount(scenario);
  const office = createMemoryOffice(scenario);
  const real = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const url = new URL(String(input instanceof Request ? input.url : input), location.href);
    if (!url.pathname.startsWith('/api/')) return await real(input, init);
    if (scenario.name === 'offline')
      return Response.json({ kind: 'unavailable', message: 'Offline' }, { status: 503 });
    const method = init?.method ?? 'GET';
    if (url.pathname === '/api/account/picture')
      return scenario.picture && method === 'GET'
        ? new Response(await drawPicture())
        : method === 'GET'
          ? Response.json({ kind: 'badRequest', message: 'None' }, { status: 404 })
          : new Response(null, { status: 204 });
    const state = await bridge.sessionState();
    const who = state.kind === 'open' ? state.identity : { username: '', kind: 'staff' as const };
    const body = (typeof init?.body === 'string' ? JSON.parse(init.body) : {}) as {
      readonly usernames?: readonly string[];
    };
    const answer = account(method, url.pathname, who) ?? office(url.pathname, url.searchParams, body);
    if (answer instanceof Blob) return new Response(answer);
    if (answer !== undefined && saysNothing(method, url.pathname)) return new Response(null, { status: 204 });
    return answer === undefined
      ? Response.json({ kind: 'badRequest', message: 'Unknown' }, { status: 404 })
      : Response.json(answer);
  };
}

/** Whether the school answers this with no more than that it was done. */
function saysNothing(method: string, pathname: string): boolean {
  return Object.values(endpoints).some(
    (endpoint) =>
      endpoint.method === method && endpoint.answer === NOTHING && patternOf(endpoint).test(pathname),
  );
}
