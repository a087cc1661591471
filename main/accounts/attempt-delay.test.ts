import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createAttemptDelay } from './attempt-delay.ts';

function setUp() {
  const time = { wall: 1_000_000_000, steady: 0 };
  const clock = { wall: () => time.wall, steady: () => time.steady };
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

  it('is forgotten after the right password', async () => {
    const { restart, folder } = setUp();
    const attempts = restart();
    for (let index = 0; index < 5; index += 1) await attempts.begin(folder);
    await attempts.succeed(folder);
    expect(await attempts.waitSeconds(folder)).toBe(0);
    expect(await restart().waitSeconds(folder)).toBe(0);
  });

  it('goes on after a restart', async () => {
    const { restart, folder, pass } = setUp();
    const attempts = restart();
    for (let index = 0; index < 4; index += 1) await attempts.begin(folder);
    pass(5_000);
    expect(await restart().waitSeconds(folder)).toBe(10);
  });

  it('runs in full again when the clock was set back', async () => {
    const { restart, folder, time } = setUp();
    const attempts = restart();
    for (let index = 0; index < 4; index += 1) await attempts.begin(folder);
    time.wall -= 86_400_000;
    expect(await attempts.waitSeconds(folder)).toBe(15);
    expect(await restart().waitSeconds(folder)).toBe(15);
  });

  it('is not shortened by setting the clock forward while the app runs', async () => {
    const { restart, folder, time } = setUp();
    const attempts = restart();
    for (let index = 0; index < 4; index += 1) await attempts.begin(folder);
    time.wall += 86_400_000;
    expect(await attempts.waitSeconds(folder)).toBe(15);
  });

  it('treats a damaged file as many wrong attempts, and each account by itself', async () => {
    const { restart, folder } = setUp();
    writeFileSync(join(folder, 'attempts.json'), '{');
    const attempts = restart();
    expect(await attempts.waitSeconds(folder)).toBe(900);
    expect(await attempts.waitSeconds(temporaryFolder())).toBe(0);
  });
});
