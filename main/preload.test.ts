import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Bridge } from '../domain/protocol/bridge/bridge.ts';
import { toOpeningId } from '../domain/protocol/bridge/journal.ts';
import { BRIDGE_VERBS } from '../domain/protocol/bridge/surface.ts';

const exposed = new Map<string, Bridge>();
const channels = new Map<string, (event: unknown, payload: unknown) => void>();
const sent: unknown[][] = [];
const invoked: unknown[][] = [];

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, bridge: Bridge) => exposed.set(name, bridge) },
  ipcRenderer: {
    on: (channel: string, listener: (event: unknown, payload: unknown) => void) =>
      channels.set(channel, listener),
    send: (...args: unknown[]) => sent.push(args),
    invoke: async (...args: unknown[]) => await Promise.resolve(invoked.push(args)),
  },
}));

beforeAll(async () => {
  await import('./preload.ts');
});

function bridge(): Bridge {
  const found = exposed.get('campanella');
  if (found === undefined) throw new Error('nothing exposed');
  return found;
}

describe('preload', () => {
  it('exposes the approved verbs and `on`, under one name', () => {
    expect([...exposed.keys()]).toEqual(['campanella']);
    expect(Object.keys(bridge()).sort()).toEqual([...BRIDGE_VERBS, 'on'].sort());
  });

  it('sends a verb on its own channel', async () => {
    await bridge().reportUnsent(2, toOpeningId('opening'));
    expect(invoked).toContainEqual(['campanella:reportUnsent', 2, 'opening']);
  });

  it('gives each subscription its own unsubscribe, even for one and the same listener', () => {
    const listener = vi.fn<() => void>();
    const first = bridge().on('serverChanged', listener);
    const second = bridge().on('serverChanged', listener);
    const emit = (): void => channels.get('campanella:event:serverChanged')?.({}, {});
    emit();
    expect(listener).toHaveBeenCalledTimes(2);
    first();
    first();
    emit();
    expect(listener).toHaveBeenCalledTimes(3);
    second();
    sent.length = 0;
    emit();
    expect(listener).toHaveBeenCalledTimes(3);
    expect(sent).toEqual([]);
  });

  it('tells the main process when somebody listened, and never hands the event itself on', () => {
    const listener = vi.fn<(payload: unknown) => void>();
    const stop = bridge().on('closeRequested', listener);
    channels.get('campanella:event:closeRequested')?.({ sender: 'secret' }, { unsent: 2 });
    expect(listener.mock.calls).toEqual([[{ unsent: 2 }]]);
    expect(sent).toContainEqual(['campanella:heard', 'closeRequested']);
    stop();
  });

  it('knows no other event', () => {
    const on: unknown = bridge().on;
    expect(() =>
      (on as (event: string, listener: () => void) => void)('campanella:verb', () => undefined),
    ).toThrow('Unknown event');
  });
});
