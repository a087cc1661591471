const PORTION = 0x8000;

/** Bytes as base 64, for files that are saved by the main process. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  // Portions: a call takes only so many arguments.
  for (let from = 0; from < bytes.length; from += PORTION)
    text += String.fromCharCode(...bytes.subarray(from, from + PORTION));
  return btoa(text);
}
