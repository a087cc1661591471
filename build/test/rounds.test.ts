import { expect, test } from 'vitest';
import { roundsOf } from './rounds.ts';

const names = (...args: Parameters<typeof roundsOf>): readonly string[] =>
  roundsOf(...args).map(({ name }) => name);

test('all projects run, each in a report of its own, the pages in parts that are all of them', () => {
  const rounds = roundsOf({ projects: [], rest: [] });
  expect(new Set(rounds.flatMap(({ projects }) => projects))).toEqual(
    new Set(['electron-keyring', 'electron-no-keyring', 'chromium']),
  );
  expect(new Set(rounds.map(({ name }) => name)).size).toBe(rounds.length);
  const shards = rounds.flatMap(({ shard }) => shard ?? []);
  expect(shards).toEqual(shards.map((_, index) => `${index + 1}/${shards.length}`));
});

test('what is about the keyring has one, and nothing else', () => {
  for (const { name, keyring } of roundsOf({ projects: [], rest: [] }))
    expect(keyring, name).toBe(name === 'electron-keyring');
});

test('a choice of projects runs these, a choice of tests is not cut into parts', () => {
  expect(names({ projects: ['electron-keyring'], rest: [] })).toEqual(['electron-keyring']);
  expect(names({ projects: ['chromium'], rest: ['chromium/bell'] })).toEqual(['chromium']);
  expect(names({ projects: [], rest: ['--grep', 'bell'] })).toEqual([
    'electron-no-keyring',
    'chromium',
    'electron-keyring',
  ]);
});
