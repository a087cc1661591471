import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCloseGuard } from './close-guard.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp(unsent: number) {
  const ask = vi.fn<(unsent: number) => void>();
  const close = vi.fn<() => void>();
  const guard = createCloseGuard({ unsent: () => unsent, ask, close, patience: 5_000 });
  const tryToClose = (): boolean => {
    let prevented = false;
    guard.onClose({
      preventDefault: () => {
        prevented = true;
      },
    });
    return !prevented;
  };
  return { ask, close, guard, tryToClose };
}

describe('close guard', () => {
  it('S35 asks again with the new number where more wait than the person was told of', () => {
    const count = { unsent: 3 };
    const ask = vi.fn<(unsent: number) => void>();
    const close = vi.fn<() => void>();
    const guard = createCloseGuard({ unsent: () => count.unsent, ask, close, patience: 5_000 });
    guard.onClose({ preventDefault: () => undefined });
    guard.heard();
    count.unsent = 5;
    guard.confirm(3);
    expect(close).not.toHaveBeenCalled();
    expect(ask).toHaveBeenLastCalledWith(5);
    count.unsent = 4;
    guard.confirm(5);
    expect(close).toHaveBeenCalledOnce();
  });

  it('lets a window close when nothing waits', () => {
    const { ask, tryToClose } = setUp(0);
    expect(tryToClose()).toBe(true);
    expect(ask).not.toHaveBeenCalled();
  });

  it('asks while entries wait, and gives the user all the time', () => {
    const { ask, close, guard, tryToClose } = setUp(3);
    expect(tryToClose()).toBe(false);
    expect(ask).toHaveBeenCalledWith(3);
    guard.heard();
    vi.advanceTimersByTime(3_600_000);
    expect(close).not.toHaveBeenCalled();
    guard.confirm(3);
    expect(close).toHaveBeenCalledTimes(1);
    expect(tryToClose()).toBe(true);
  });

  it('does not wait for a page that hangs', () => {
    const { close, tryToClose } = setUp(3);
    tryToClose();
    vi.advanceTimersByTime(4_999);
    expect(close).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(close).toHaveBeenCalledTimes(1);
    expect(tryToClose()).toBe(true);
  });

  it('asks nobody when the system shuts down', () => {
    const { guard, tryToClose } = setUp(3);
    guard.letGo();
    expect(tryToClose()).toBe(true);
  });
});
