import type * as Registry from '../../kinds/registry.ts';
import { toyKind } from './kind.ts';

/** The one line by which a kind is registered, here for a kind that is in the tests alone: the registry with it, for `vi.mock`. */
export function withToy(real: typeof Registry) {
  const byName = real.kindsByName({ ...real.kinds, toy: toyKind });
  return {
    ...real,
    allKinds: [...byName.values()],
    kindOf: ({ kind }: { readonly kind: string }) => byName.get(kind),
    kindNamed: (name: unknown) => byName.get(name),
  };
}
