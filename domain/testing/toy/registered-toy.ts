import type * as Registry from '../../kinds/registry.ts';
import type { Upgrade } from '../../record/upgrade.ts';
import { toyKind } from './kind.ts';

/**
 * The one line by which a kind is registered, here for a kind that is in the tests alone: the registry with it, for `vi.mock`. Its shape
 * may have changed since it was released.
 */
export function withToy(real: typeof Registry, upgrades: readonly Upgrade[] = toyKind.upgrades) {
  const byName = real.kindsByName({ ...real.kinds, toy: { ...toyKind, upgrades } });
  return {
    ...real,
    allKinds: [...byName.values()],
    kindOf: ({ kind }: { readonly kind: string }) => byName.get(kind),
    kindNamed: (name: unknown) => byName.get(name),
  };
}
