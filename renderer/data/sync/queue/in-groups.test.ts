import { expect, it } from 'vitest';
import { inGroups } from './in-groups.ts';

it('writes what is asked during a write together with the next one', async () => {
  const groups: (readonly number[])[] = [];
  const write = inGroups<number>(async (group) => {
    groups.push(group);
    await Promise.resolve();
  });
  await Promise.all([1, 2, 3, 4].map((thing) => write([thing])));
  await write([5]);
  expect(groups.flat()).toEqual([1, 2, 3, 4, 5]);
  expect(groups.length).toBeLessThan(4);
});

it('tells a failure to those who asked and goes on with the next', async () => {
  let fails = true;
  const write = inGroups<number>(async () => {
    await Promise.resolve();
    if (fails) throw new Error('disk full');
  });
  await expect(write([1])).rejects.toThrow('disk full');
  fails = false;
  await expect(write([2])).resolves.toBeUndefined();
});

it('takes as many things at once as there are', async () => {
  let written = 0;
  const write = inGroups<number>(async (group) => {
    written += group.length;
    await Promise.resolve();
  });
  await write(Array.from({ length: 150_000 }, (_each, index) => index));
  expect(written).toBe(150_000);
});
