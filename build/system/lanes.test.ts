import { expect, test } from 'vitest';
import { inLanes } from './lanes.ts';

test('fills all lanes and no more, in order, and answers in order', async () => {
  const begun: number[] = [];
  const letGo = new Map<number, () => void>();
  const done = inLanes(2, [1, 2, 3], async (piece) => {
    begun.push(piece);
    await new Promise<void>((resolve) => letGo.set(piece, resolve));
    return piece * 10;
  });
  expect(begun).toEqual([1, 2]);
  letGo.get(2)?.();
  await expect.poll(() => begun).toEqual([1, 2, 3]);
  letGo.get(3)?.();
  letGo.get(1)?.();
  expect(await done).toEqual([10, 20, 30]);
});

test('fails where one piece does', async () => {
  const failing = inLanes(2, [1, 2], async (piece) => {
    if (piece === 2) throw new Error('broken');
    return await Promise.resolve(piece);
  });
  await expect(failing).rejects.toThrow('broken');
});
