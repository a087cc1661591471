/** FNV-1a over the text's UTF-16 units, as seven characters: it tells names apart, and guards nothing. */
export function checksum(text: string): string {
  let sum = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index += 1)
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01_00_01_93) >>> 0;
  return sum.toString(36).padStart(7, '0');
}
