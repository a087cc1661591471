/** The packages that a product is made from, as `package.json` names them. */
export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Versions are exact, and the lock names no registry, so that every network can install from its own. */
export function manifestProblems(manifest: Manifest, lock: string): readonly string[] {
  const versions = {
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  };
  const loose = Object.entries(versions).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
  );
  return [
    ...loose.map(([name, version]) => `package.json: ${name} is not pinned to one version: ${version}`),
    ...(lock.includes('"resolved"') ? ['package-lock.json: "resolved" names a registry'] : []),
  ];
}
