import { build } from 'vite';
import { fingerprint, isFresh, remember } from './fingerprint.ts';
import { mainTarget, preloadTarget, rendererTarget } from './targets.ts';

/** Builds the bundles whose sources changed; answers their names. */
export async function compile(): Promise<readonly string[]> {
  const built: string[] = [];
  for (const target of [mainTarget, preloadTarget, rendererTarget]) {
    const print = await fingerprint(target.inputs);
    if (await isFresh(target.name, print, target.output)) continue;
    await build(target.config);
    await remember(target.name, print);
    built.push(target.name);
  }
  return built;
}

/** One line for people about what `compile` did. */
export function compileSummary(built: readonly string[]): string {
  return built.length === 0 ? 'nothing changed' : `built ${built.join(', ')}`;
}
