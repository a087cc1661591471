const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * What is wrong with the server of a school, in words; undefined when nothing is. Stricter than the schema: what a browser would write
 * otherwise (capitals, a port that goes without saying, a name before an @) is refused here, where somebody can put it right.
 */
export function originFault(server: unknown): string | undefined {
  if (typeof server !== 'string') return 'is not text';
  if (!URL.canParse(server)) return 'is not an address';
  const url = new URL(server);
  if (url.protocol === 'http:' && !LOOPBACK.has(url.hostname))
    return 'goes without encryption: https:// is wanted, http:// is for this same machine only';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return `wants https://, not ${url.protocol}`;
  if (url.origin !== server) return `is more than an origin: write ${url.origin}`;
  return undefined;
}
