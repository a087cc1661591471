import { qrCodewords } from './qr-codewords.ts';

/** Rows of modules: true is dark. */
export type QrMatrix = readonly (readonly boolean[])[];

/** The masks of the standard: which modules are turned round. */
const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];
/** Bits of error correction level M in the format information. */
const LEVEL_M = 0;

/** The modules of the QR code of a text; undefined when the text is too long for one. */
export function qrMatrix(text: string): QrMatrix | undefined {
  const encoded = qrCodewords(text);
  if (!encoded) return undefined;
  let best: { readonly cost: number; readonly rows: boolean[][] } | undefined;
  for (const mask of MASKS.keys()) {
    const rows = draw(encoded.version, encoded.bytes, mask);
    const cost = unevenness(rows);
    if (!best || cost < best.cost) best = { cost, rows };
  }
  return best?.rows;
}

function draw(version: number, bytes: Uint8Array, mask: number): boolean[][] {
  const size = version * 4 + 17;
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const fixed = rows.map((row) => row.map(() => false));
  const set = (x: number, y: number, dark: boolean) => {
    const [row, marks] = [rows[y], fixed[y]];
    if (!row || !marks || x < 0 || x >= size) return;
    row[x] = dark;
    marks[x] = true;
  };
  drawTiming(size, set);
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]] as const) drawFinder(x, y, set);
  for (const [x, y] of alignmentCentres(version, size)) drawSquare(x, y, 2, set);
  drawFormat(size, mask, set);
  if (version >= 7) drawVersion(size, version, set);
  fill(rows, fixed, bytes, mask);
  return rows;
}

type SetModule = (x: number, y: number, dark: boolean) => void;

function drawTiming(size: number, set: SetModule): void {
  for (let index = 0; index < size; index += 1) {
    set(6, index, index % 2 === 0);
    set(index, 6, index % 2 === 0);
  }
}

/** A ring, a gap and a core around a centre, with a light edge. */
function drawFinder(x: number, y: number, set: SetModule): void {
  for (let dy = -4; dy <= 4; dy += 1)
    for (let dx = -4; dx <= 4; dx += 1) {
      const distance = Math.max(Math.abs(dx), Math.abs(dy));
      set(x + dx, y + dy, distance !== 2 && distance !== 4);
    }
}

function drawSquare(x: number, y: number, reach: number, set: SetModule): void {
  for (let dy = -reach; dy <= reach; dy += 1)
    for (let dx = -reach; dx <= reach; dx += 1)
      set(x + dx, y + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
}

function alignmentCentres(version: number, size: number): readonly (readonly [number, number])[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const positions = [6, ...Array.from({ length: count - 1 }, (_, index) => size - 7 - index * step).toReversed()];
  const last = positions.at(-1);
  const isFinder = (x: number, y: number) =>
    (x === 6 && y === 6) || (x === 6 && y === last) || (x === last && y === 6);
  return positions.flatMap((x) => positions.flatMap((y) => (isFinder(x, y) ? [] : [[x, y] as const])));
}

/** Level and mask, with their own check bits, twice. */
function drawFormat(size: number, mask: number, set: SetModule): void {
  const data = (LEVEL_M << 3) | mask;
  let check = data;
  for (let round = 0; round < 10; round += 1) check = (check << 1) ^ ((check >>> 9) * 0x537);
  const bits = ((data << 10) | check) ^ 0x5412;
  const bit = (index: number) => ((bits >>> index) & 1) === 1;
  for (let index = 0; index <= 5; index += 1) set(8, index, bit(index));
  set(8, 7, bit(6));
  set(8, 8, bit(7));
  set(7, 8, bit(8));
  for (let index = 9; index < 15; index += 1) set(14 - index, 8, bit(index));
  for (let index = 0; index < 8; index += 1) set(size - 1 - index, 8, bit(index));
  for (let index = 8; index < 15; index += 1) set(8, size - 15 + index, bit(index));
  set(8, size - 8, true);
}

function drawVersion(size: number, version: number, set: SetModule): void {
  let check = version;
  for (let round = 0; round < 12; round += 1) check = (check << 1) ^ ((check >>> 11) * 0x1f25);
  const bits = (version << 12) | check;
  for (let index = 0; index < 18; index += 1) {
    const dark = ((bits >>> index) & 1) === 1;
    const [far, near] = [size - 11 + (index % 3), Math.floor(index / 3)];
    set(far, near, dark);
    set(near, far, dark);
  }
}

/** Puts the bits in columns of two, from the right, up and down in turn, masked. */
function fill(rows: boolean[][], fixed: readonly boolean[][], bytes: Uint8Array, mask: number): void {
  const size = rows.length;
  const inverts = MASKS[mask];
  let next = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    const column = right <= 6 ? right - 1 : right;
    const upwards = ((column + 1) & 2) === 0;
    for (let step = 0; step < size; step += 1)
      for (const x of [column, column - 1]) {
        const y = upwards ? size - 1 - step : step;
        const row = rows[y];
        if (!row || fixed[y]?.[x]) continue;
        const bit = ((bytes[next >>> 3] ?? 0) >>> (7 - (next & 7))) & 1;
        row[x] = (next < bytes.length * 8 && bit === 1) !== (inverts?.(x, y) ?? false);
        next += 1;
      }
  }
}

/** How hard a code is to read: long runs, squares of one colour, too much of one colour. */
function unevenness(rows: readonly (readonly boolean[])[]): number {
  const size = rows.length;
  const at = (x: number, y: number) => rows[y]?.[x] ?? false;
  let cost = 0;
  let dark = 0;
  for (let y = 0; y < size; y += 1) {
    let [across, down] = [0, 0];
    for (let x = 0; x < size; x += 1) {
      across = x > 0 && at(x, y) === at(x - 1, y) ? across + 1 : 1;
      down = x > 0 && at(y, x) === at(y, x - 1) ? down + 1 : 1;
      for (const run of [across, down]) cost += run === 5 ? 3 : run > 5 ? 1 : 0;
      if (at(x, y)) dark += 1;
      if (x > 0 && y > 0 && at(x, y) === at(x - 1, y) && at(x, y) === at(x, y - 1) && at(x, y) === at(x - 1, y - 1))
        cost += 3;
    }
  }
  return cost + Math.floor(Math.abs((dark * 20) / (size * size) - 10)) * 10;
}
