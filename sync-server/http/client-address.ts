import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

/** Where nobody can tell an address: a proxy of ours has passed on something that is none. */
const NOWHERE = 'unknown';

/**
 * The address that tries of a request are counted under. Whoever has an IPv6 address has a whole /64 of them, and would never be counted
 * twice: its network counts. A port behind the address, and whatever else a proxy passes on, makes no new one.
 */
export function countedAddress({ ip }: Pick<FastifyRequest, 'ip'>): string {
  const address = withoutPort(ip.trim());
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (isIP(mapped) === 4) return mapped;
  return isIP(mapped) === 6 ? networkOf(mapped) : NOWHERE;
}

function withoutPort(text: string): string {
  return /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
}

/** The first four groups of an IPv6 address, in their one spelling. */
function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const known = tail === undefined || tail === '' ? [] : tail.split(':');
  // The last 32 bits may be written as an IPv4 address: one group in the text and two in truth.
  const missing = 8 - groups.length - known.length - (plain.includes('.') ? 1 : 0);
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, missing) }, () => '0');
  const whole = [...groups, ...zeros, ...known].slice(0, 4);
  return `${whole.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
