import { describe, expect, it } from 'vitest';
import { toInstant } from '../../domain/base/ids.ts';
import { createClock } from './clock.ts';
import { createTemporaryMemory } from './device-memory.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-23T08:00:00.000Z');

/** A device whose clock is wrong by so many milliseconds, and a server that answers after as many. */
function deviceWrongBy(wrong: number) {
  const memory = createTemporaryMemory();
  let real = START;
  const clock = createClock(memory, 'offset', () => real + wrong);
  return {
    /** How far from the server's time entries are now. */
    error: () => Date.parse(clock.now()) - real,
    /** A request that takes so long there and back: the server writes its time between the two. */
    ask(there: number, back: number) {
      const sentAt = real + wrong;
      real += there;
      const served = toInstant(real);
      real += back;
      clock.learn(served, sentAt, real + wrong);
    },
  };
}

describe('the time by the server’s clock', () => {
  it.each([-HOUR, HOUR])('is put right on a device that is wrong by %i ms', (wrong) => {
    const device = deviceWrongBy(wrong);
    device.ask(40, 40);
    expect(Math.abs(device.error())).toBeLessThanOrEqual(40);
  });

  it('is not moved by the latency of an answer, however long it was on its way', () => {
    const device = deviceWrongBy(0);
    device.ask(0, 9_000);
    device.ask(9_000, 0);
    expect(device.error()).toBe(0);
  });

  it('is put right by a quick answer after a slow one', () => {
    const device = deviceWrongBy(HOUR);
    device.ask(0, 9_000);
    device.ask(20, 20);
    expect(Math.abs(device.error())).toBeLessThanOrEqual(2_000);
  });

  it('takes nothing from an answer of more than ten seconds', () => {
    const device = deviceWrongBy(HOUR);
    device.ask(5_000, 5_001);
    expect(device.error()).toBe(HOUR);
  });

  it('never goes back behind what the server has told, with a clock that is set back, nor over a restart', () => {
    const memory = createTemporaryMemory();
    let device = START;
    const clock = createClock(memory, 'offset', () => device);
    clock.learn(toInstant(START), START, START);
    device -= HOUR;
    expect(clock.now()).toBe(toInstant(START));
    expect(createClock(memory, 'offset', () => device).now()).toBe(toInstant(START));
  });

  it('goes by the device where what it remembers cannot be read', () => {
    const memory = createTemporaryMemory();
    for (const name of ['offset', 'offset.last']) memory.set(name, 'broken');
    expect(createClock(memory, 'offset', () => START).now()).toBe(toInstant(START));
  });
});
