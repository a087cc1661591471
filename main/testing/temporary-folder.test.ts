import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeAtomically } from '../files/atomic-write.ts';
import { removeQuiet } from './temporary-folder.ts';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'campanella-'));

describe('the folder of a test', () => {
  it('goes with all that was written while its owner was there', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'before.json'), '{}');
    await writeAtomically(join(folder, 'device.json'), '{}');
    await removeQuiet(folder);
    expect(existsSync(folder)).toBe(false);
  });

  it('fails the test where something is still being written, and names it', async () => {
    const folder = newFolder();
    const late = writeAtomically(join(folder, 'device.json'), '{}');
    await expect(removeQuiet(folder)).rejects.toThrow('Written after its owner had closed: device.json');
    await late;
    expect(existsSync(folder)).toBe(false);
  });
});
