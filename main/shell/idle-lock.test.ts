import type { PowerMonitor } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LockReason } from '../session/session-store.ts';
import { watchIdle } from './idle-lock.ts';
import { menuTemplate } from './app-menu.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('idle lock', () => {
  it('locks after the time without a touch, in sleep and behind a locked screen', () => {
    let idle = 0;
    const listeners = new Map<string, () => void>();
    const locked: LockReason[] = [];
    // The cast: a test needs two members of the monitor.
    const power = {
      getSystemIdleTime: () => idle,
      on: (event: string, listener: () => void) => listeners.set(event, listener),
    } as unknown as PowerMonitor;
    let open = false;
    const { stop } = watchIdle(
      power,
      600,
      (reason) => locked.push(reason),
      () => open,
    );
    idle = 5_000;
    vi.advanceTimersByTime(700_000);
    open = true;
    // Just opened: somebody is there, whatever the system has heard.
    vi.advanceTimersByTime(590_000);
    expect(locked).toEqual([]);
    idle = 599;
    vi.advanceTimersByTime(60_000);
    expect(locked).toEqual([]);
    idle = 600;
    vi.advanceTimersByTime(5_000);
    expect(locked).toEqual(['idle']);
    listeners.get('suspend')?.();
    listeners.get('lock-screen')?.();
    expect(locked).toEqual(['idle', 'suspended', 'suspended']);
    stop();
    vi.advanceTimersByTime(60_000);
    expect(locked).toHaveLength(3);
  });
});

describe('menu', () => {
  it('offers the tools of developers only to an unpackaged app', () => {
    const text = (packaged: boolean): string => JSON.stringify(menuTemplate('it', 'linux', packaged));
    expect(text(true)).not.toMatch(/toggleDevTools|reload/);
    expect(text(false)).toContain('toggleDevTools');
  });
});
