import { expect, it } from 'vitest';
import { textOfFile } from './text-of-file.ts';

const file = (bytes: Uint8Array<ArrayBuffer>, size = bytes.length) => ({
  size,
  arrayBuffer: () => Promise.resolve(bytes.buffer),
});

it('reads text in both encodings that spreadsheets write', async () => {
  expect(await textOfFile(file(new TextEncoder().encode('Unità')))).toEqual({ ok: true, value: 'Unità' });
  expect(await textOfFile(file(new Uint8Array([0x55, 0x6e, 0x69, 0x74, 0xe0])))).toEqual({
    ok: true,
    value: 'Unità',
  });
});

it.each([
  [
    'UTF-16, as a spreadsheet calls “Unicode text”',
    [0xff, 0xfe, 0x4c, 0, 0x61, 0, 0x20, 0, 0x63, 0, 0xe0, 0],
    'La cà',
  ],
  ['MS-DOS', [...Buffer.from('Perch'), 0x82, ...Buffer.from('; citt'), 0x85], 'Perché; città'],
  ['Mac', [...Buffer.from('Perch'), 0x8e, ...Buffer.from('; citt'), 0x88], 'Perché; città'],
  [
    'UTF-8 with one broken letter',
    [...Buffer.from('La città, perché '), 0xc3, ...Buffer.from('; Noè')],
    'La città, perché �; Noè',
  ],
])('reads %s', async (_name, bytes, text) => {
  expect(await textOfFile(file(Uint8Array.from(bytes)))).toEqual({ ok: true, value: text });
});

it('says of a file that is no text, or larger than any syllabus, that it is none', async () => {
  const sheet = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x00]);
  expect(await textOfFile(file(sheet))).toEqual({ ok: false, failure: 'fileUnread' });
  expect(await textOfFile(file(sheet, 2_000_000))).toEqual({ ok: false, failure: 'fileTooLarge' });
});
