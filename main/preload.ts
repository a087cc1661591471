import { contextBridge, ipcRenderer } from 'electron';
import type { BridgeEvent } from '../domain/protocol/bridge/bridge.ts';
import { BRIDGE_EVENTS, BRIDGE_VERBS } from '../domain/protocol/bridge/surface.ts';

type Listener = (payload: unknown) => void;

const listeners = new Map<BridgeEvent, Set<Listener>>(BRIDGE_EVENTS.map((event) => [event, new Set()]));

for (const [event, own] of listeners) {
  ipcRenderer.on(`campanella:event:${event}`, (_event, payload: unknown) => {
    for (const listener of own) listener(payload);
    // Lets the main process tell a page that listens from one that hangs.
    if (own.size > 0) ipcRenderer.send('campanella:heard', event);
  });
}

function on(event: BridgeEvent, listener: Listener): () => void {
  const own = listeners.get(event);
  if (own === undefined || typeof listener !== 'function') throw new TypeError('Unknown event');
  // A function of its own per subscription: each unsubscribe removes exactly what its own call has added.
  const subscription: Listener = (payload) => listener(payload);
  own.add(subscription);
  return () => {
    own.delete(subscription);
  };
}

const verbs = Object.fromEntries(
  BRIDGE_VERBS.map((verb) => [
    verb,
    async (...args: unknown[]): Promise<unknown> => await ipcRenderer.invoke(`campanella:${verb}`, ...args),
  ]),
);

contextBridge.exposeInMainWorld('campanella', { ...verbs, on });
