import { expect, it } from 'vitest';
import { describeKinds } from '../testing/kind-laws.ts';
import { allKinds, kindNamed, kinds } from './registry.ts';

describeKinds(allKinds);

it('a kind is in the registry under its own name, and is found by no other', () => {
  for (const [name, kind] of Object.entries(kinds)) expect(kind.kind).toBe(name);
  expect(kindNamed('toString')).toBeUndefined();
  expect(kindNamed(7)).toBeUndefined();
});
