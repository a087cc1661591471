import { vi } from 'vitest';
import { must } from '../../base/assert.ts';
import type * as Registry from '../../kinds/registry.ts';
import { kindNamed } from '../../kinds/registry.ts';
import { describeKinds } from '../kind-laws.ts';

vi.mock('../../kinds/registry.ts', async (original) => {
  const { withToy } = await import('./registered-toy.ts');
  return withToy(await original<typeof Registry>());
});

// A kind is held to the laws by its line in the registry alone: the toy is, and has nothing more.
describeKinds([must(kindNamed('toy'), 'registered above')]);
