/** Put in place of the name by the build, from package.json; absent where the sources run as they are. */
declare const CAMPANELLA_VERSION: string | undefined;

/** Name under which the server lists this installation, with the version that was built. */
export function clientName(): string {
  return typeof CAMPANELLA_VERSION === 'string' ? `campanella ${CAMPANELLA_VERSION}` : 'campanella';
}
