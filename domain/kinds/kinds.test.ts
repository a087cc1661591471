import { expect, it } from 'vitest';
import { isUuidV7 } from '../base/uuid-v7.ts';
import { describeKinds } from '../testing/kind-laws.ts';
import { allKinds, kindNamed, kinds } from './registry.ts';

describeKinds(allKinds);

it('a kind is in the registry under its own name, and is found by no other', () => {
  for (const [name, kind] of Object.entries(kinds)) expect(kind.kind).toBe(name);
  expect(kindNamed('toString')).toBeUndefined();
  expect(kindNamed(7)).toBeUndefined();
});

it('what devices write has the key that it says, or one that was drawn: no entry takes the key of another record', () => {
  for (const { kind, key, writers, samples } of allKinds) {
    if (!writers.includes('device') || writers.includes('server')) continue;
    expect(key, kind).toBeDefined();
    for (const sample of samples)
      expect(key === 'drawn' ? isUuidV7(sample.id) : key?.(sample) === sample.id, kind).toBe(true);
  }
});
