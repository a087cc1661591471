import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createAttemptDelay } from './attempt-delay.ts';

function setUp() {
  const time = { wall: 1_000_000_000, steady: 0 };
  vi.spyOn(Date, 'now').mockImplementation(() => time.wall);
  onTestFinished(() => void vi.restoreAllMocks());
  const clock = { steady: () => time.steady };
  const pass = (milliseconds: number): void => {
    time.wall += milliseconds;
    time.steady += milliseconds;
  };
  const restart = () => {
    time.steady = 0;
    return createAttemptDelay(clock);
  };
  return { time, pass, restart, folder: temporaryFolder() };
}

describe('attempt delay', () => {
  it('grows with each wrong attempt and ends at a quarter of an hour', async () => {
    const { restart, folder, pass } = setUp();
    const attempts = restart();
    const waits: number[] = [];
    for (let index = 0; index < 11; index += 1) {
      await attempts.begin(folder);
      waits.push(await attempts.waitSeconds(folder));
      pass(1_000_000);
    }
    expect(waits).toEqual([0, 0, 5, 15, 30, 60, 120, 300, 900, 900, 900]);
  });

  it('forgets an attempt that was none, and not those before it', async () => {
    const { restart, folder } = setUp();
    const attempts = restart();
    for (let index = 0; index < 2; index += 1) await attempts.begin(folder);
    for (let index = 0; index < 3; index += 1) {
      await attempts.begin(folder);
      await attempts.takeBack(folder);
    }
    expect(await attempts.waitSeconds(folder)).toBe(0);
    await attempts.begin(folder);
    expect(await attempts.waitSeconds(folder)).toBe(5);
  });

  it('is forgotten after the right password', async () => {
    const { restart, folder } = setUp();
    const attempts = restart();
    for (let index = 0; index < 5; index += 1) await attempts.begin(folder);
    await attempts.succeed(folder);
    expect(await attempts.waitSeconds(folder)).toBe(0);
    expect(await restart().waitSeconds(folder)).toBe(0);
  });

  it('runs from the start of the app after a restart, whatever the wall clock says', async () => {
    const { restart, folder, time, pass } = setUp();
    const attempts = restart();
    for (let index = 0; index < 4; index += 1) await attempts.begin(folder);
    for (const shift of [5_000, 86_400_000, -172_800_000]) {
      time.wall += shift;
      const restarted = restart();
      pass(4_000);
      expect(await restarted.waitSeconds(folder)).toBe(11);
    }
  });

  it('leaves a minute at most over a restart, and the next wrong attempt costs the whole delay', async () => {
    const { restart, folder, pass } = setUp();
    const attempts = restart();
    for (let index = 0; index < 9; index += 1) await attempts.begin(folder);
    const restarted = restart();
    expect(await restarted.waitSeconds(folder)).toBe(60);
    pass(60_000);
    expect(await restarted.waitSeconds(folder)).toBe(0);
    await restarted.begin(folder);
    expect(await restarted.waitSeconds(folder)).toBe(900);
  });

  it('is not shortened by setting the clock forward while the app runs', async () => {
    const { restart, folder, time } = setUp();
    const attempts = restart();
    for (let index = 0; index < 4; index += 1) await attempts.begin(folder);
    time.wall += 86_400_000;
    expect(await attempts.waitSeconds(folder)).toBe(15);
  });

  it('is neither shortened nor drawn out by setting the clock back while the app runs', async () => {
    const { restart, folder, time, pass } = setUp();
    const attempts = restart();
    for (let index = 0; index < 4; index += 1) await attempts.begin(folder);
    time.wall -= 365 * 86_400_000;
    expect(await attempts.waitSeconds(folder)).toBe(15);
    pass(15_000);
    expect(await attempts.waitSeconds(folder)).toBe(0);
  });

  it('treats a damaged file as many wrong attempts, and each account by itself', async () => {
    const { restart, folder } = setUp();
    writeFileSync(join(folder, 'attempts.json'), '{');
    const attempts = restart();
    expect(await attempts.waitSeconds(folder)).toBe(60);
    expect(await attempts.waitSeconds(temporaryFolder())).toBe(0);
  });
});
