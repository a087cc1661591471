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

it('says of a file that is no text, or larger than any syllabus, that it is none', async () => {
  const sheet = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x00]);
  expect(await textOfFile(file(sheet))).toEqual({ ok: false, failure: 'fileUnread' });
  expect(await textOfFile(file(sheet, 2_000_000))).toEqual({ ok: false, failure: 'fileTooLarge' });
});
