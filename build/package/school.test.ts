import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../system/paths.ts';
import { readSchool } from './school.ts';

const example = path.join(root, 'build', 'schools', 'example.json');

test('the example school can be packaged', async () => {
  expect((await readSchool(example)).school).toBe('EXAM0001');
});

test('refuses a school whose server is reached without encryption over the network', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'campanella-'));
  const file = path.join(folder, 'school.json');
  await writeFile(
    file,
    JSON.stringify({ ...(await readSchool(example)), server: 'http://register.example.org' }),
  );
  await expect(readSchool(file)).rejects.toThrow('is not a school file');
});
