import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { qrMatrix, type QrMatrix } from './qr-matrix.ts';

const uri =
  'otpauth://totp/Campanella:MORE0001.1234567?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Campanella&digits=6&period=30';

/** The encoder of the PDF library, as an opinion of somebody else: it takes the same level, version and mask. */
function otherOpinion(text: string, mask: number): QrMatrix {
  const load = createRequire(import.meta.url);
  const { default: encoder } = load('pdfmake/js/qrEnc.js') as {
    readonly default: {
      measure(node: object): { readonly _canvas: readonly { readonly x: number; readonly y: number }[] };
    };
  };
  const { _canvas: rectangles } = encoder.measure({ qr: text, mode: 'octet', eccLevel: 'M', mask });
  // The first one is the ground; every dark module has five points.
  const modules = rectangles.slice(1).map(({ x, y }) => ({ x: x / 5, y: y / 5 }));
  const size = Math.max(...modules.map(({ x }) => x)) + 1;
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const { x, y } of modules) {
    const row = rows[y];
    if (row) row[x] = true;
  }
  return rows;
}

const drawn = (rows: QrMatrix | undefined) =>
  rows?.map((row) => row.map((dark) => (dark ? '#' : '.')).join('')).join('\n');

describe('a QR code', () => {
  test.each([
    ['a few letters', 'ciao'],
    ['an enrolment of a second factor', uri],
    ['accents', 'Scuola «Già fatto» è più'],
    ['a long address', uri + uri + uri],
  ])('of %s is one that another encoder draws with one of its masks', (_name, text) => {
    const ours = drawn(qrMatrix(text));
    const theirs = Array.from({ length: 8 }, (_, mask) => drawn(otherOpinion(text, mask)));
    expect(theirs).toContain(ours);
  });

  test('of a text too long for a screen does not exist', () => {
    expect(qrMatrix('x'.repeat(500))).toBeUndefined();
  });
});
