const PORTION = 0x8000;

/** Bytes as base 64: what goes over the bridge or is sealed is text. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  // Portions: a call takes only so many arguments.
  for (let from = 0; from < bytes.length; from += PORTION)
    text += String.fromCharCode(...bytes.subarray(from, from + PORTION));
  return btoa(text);
}

/** The bytes of base 64 text that {@link toBase64} wrote. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = characters.charCodeAt(index);
  return bytes;
}
