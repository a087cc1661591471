/** The decoder that browsers and Node have alike; the domain knows nothing else of either. */
declare const TextDecoder: new (
  encoding: string,
  options: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string };

/** The text of bytes in an encoding of the WHATWG, without the mark at its beginning; what is no letter in it becomes U+FFFD. */
export function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding, {}).decode(bytes);
}

/** A piece of a text in UTF-8: what looks like a mark is a letter of it. */
export function decodePiece(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** Text in UTF-8; undefined where something in it is none. */
export function decodeWhole(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
