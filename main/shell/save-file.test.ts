import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { safeFileName, saveFile } from './save-file.ts';

const file = { suggestedName: 'da inviare.csv', mediaType: 'text/csv', content: 'a;b\n' } as const;

describe('save file', () => {
  it('saves where the user says, and nowhere when the user cancels', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'scelto.csv');
    expect(
      await saveFile(file, folder, async ({ defaultPath, filter }) => {
        expect(defaultPath).toBe(join(folder, 'da inviare.csv'));
        expect(filter).toEqual({ name: 'CSV', extensions: ['csv'] });
        return await Promise.resolve(path);
      }),
    ).toEqual({ ok: true, value: { saved: true } });
    expect(readFileSync(path, 'utf8')).toBe('a;b\n');
    expect(await saveFile(file, folder, async () => await Promise.resolve(undefined))).toEqual({
      ok: true,
      value: { saved: false },
    });
  });

  it('saves the bytes of a PDF, and nothing that only says that it is one', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'lettere.pdf');
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from([0, 255, 128, 10])]);
    const pdf = { suggestedName: 'lettere', mediaType: 'application/pdf' } as const;
    const where = async (): Promise<string> => await Promise.resolve(path);
    expect((await saveFile({ ...pdf, content: bytes.toString('base64') }, folder, where)).ok).toBe(true);
    expect(readFileSync(path)).toEqual(bytes);
    expect(await saveFile({ ...pdf, content: 'TVqQAAMAAAA=' }, folder, where)).toEqual({
      ok: false,
      failure: { kind: 'internal' },
    });
    expect(readFileSync(path)).toEqual(bytes);
  });

  it('tells what went wrong', async () => {
    const folder = temporaryFolder();
    const nowhere = async (): Promise<string> => await Promise.resolve(join(folder, 'missing', 'x.csv'));
    expect(await saveFile(file, folder, nowhere)).toEqual({ ok: false, failure: { kind: 'internal' } });
  });

  it.each([
    ['voci.json', 'voci.json'],
    ['../../.bashrc', 'bashrc.json'],
    ['C:\\Windows\\evil.exe', 'evil.exe.json'],
    ['a/b:c*?.JSON', 'b_c__.json'],
    ['...', 'campanella.json'],
    ['Niccolò è qui', 'Niccolò è qui.json'],
  ])('suggests %s as %s', (suggested, name) => {
    expect(safeFileName(suggested, 'json')).toBe(name);
  });
});
