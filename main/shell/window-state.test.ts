import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { placeWindow, readWindowState, writeWindowState } from './window-state.ts';

const screen = { x: 0, y: 25, width: 1920, height: 1055 };
const second = { x: 1920, y: 0, width: 1280, height: 1024 };

describe('window state', () => {
  it('comes back as it was kept; nonsense does not', async () => {
    const path = join(temporaryFolder(), 'window-state.json');
    expect(readWindowState(path)).toBeUndefined();
    const state = { bounds: { x: 1, y: 2, width: 1100, height: 800 }, maximized: true };
    await writeWindowState(path, state);
    expect(readWindowState(path)).toEqual(state);
    writeFileSync(path, '{"bounds":{"x":1e99},"maximized":true}');
    expect(readWindowState(path)).toBeUndefined();
    await writeWindowState(join(path, 'nowhere'), state);
  });

  it('opens where it stood, on any screen', () => {
    const kept = { x: 2000, y: 100, width: 1100, height: 800 };
    expect(placeWindow(kept, [screen, second])).toEqual(kept);
  });

  it('opens in its first size when the screen is gone or it is the first time', () => {
    expect(placeWindow({ x: 2000, y: 100, width: 1100, height: 800 }, [screen])).toEqual({
      width: 1280,
      height: 800,
    });
    expect(placeWindow(undefined, [screen])).toEqual({ width: 1280, height: 800 });
    expect(placeWindow(undefined, [{ x: 0, y: 0, width: 1024, height: 740 }])).toEqual({
      width: 1024,
      height: 740,
    });
  });

  it('is cut to its screen', () => {
    expect(placeWindow({ x: -200, y: -50, width: 4000, height: 300 }, [screen])).toEqual({
      x: 0,
      y: 25,
      width: 1920,
      height: 700,
    });
  });
});
