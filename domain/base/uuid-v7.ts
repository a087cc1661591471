const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** How a UUID of version 7 is written. */
const WRITTEN = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a text is a UUID of version 7. */
export function isUuidV7(text: string): boolean {
  return WRITTEN.test(text);
}

/**
 * A time-ordered random identifier (RFC 9562, version 7).
 *
 * @param epochMilliseconds time that goes into the first 48 bits
 * @param random ten random bytes from a cryptographic source
 */
export function uuidV7(epochMilliseconds: number, random: Uint8Array): string {
  if (random.length < 10) throw new Error('uuidV7 needs ten random bytes');
  const bytes = new Uint8Array(16);
  let rest = epochMilliseconds;
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  let hex = '';
  for (const byte of bytes) hex += HEX[byte] ?? '';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
