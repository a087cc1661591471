import { expect, test } from 'vitest';
import { createSharedCommits, type CommitSteps } from './shared-commits.ts';
import { createTurns } from '../../../domain/base/turns.ts';

function setUp(changes: Partial<CommitSteps> = {}) {
  const log: string[] = [];
  const note = (name: string) => () => {
    log.push(name);
  };
  const commits = createSharedCommits(
    {
      begin: note('begin'),
      commit: note('commit'),
      rollBack: note('rollBack'),
      mark: note('mark'),
      unmark: note('unmark'),
      undo: note('undo'),
      translate: (error) => error,
      ...changes,
    },
    createTurns(),
  );
  const write = (name: string, isAlone = false) =>
    commits(async () => {
      log.push(name);
      return { value: name, isAlone };
    });
  const fail = (name: string) =>
    commits<string>(async () => {
      log.push(name);
      throw new Error(name);
    });
  return { log, write, fail };
}

const outcomes = async (work: readonly Promise<string>[]) =>
  (await Promise.allSettled(work)).map(({ status }) => status);

test('those who wait share one commit, and are told after it', async () => {
  const { log, write } = setUp();
  const told = ['a', 'b'].map((name) => write(name).then((value) => log.push(`told ${value}`)));
  await Promise.all(told);
  expect(log).toEqual(['begin', 'a', 'mark', 'b', 'unmark', 'commit', 'told a', 'told b']);
});

test('one that fails takes nothing of the others with it', async () => {
  const { log, write, fail } = setUp();
  const all = [fail('x'), write('a'), fail('y'), write('b')];
  expect(await outcomes(all)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled']);
  const expected = 'begin x rollBack begin a mark y undo unmark mark b unmark commit';
  expect(log.join(' ')).toBe(expected);
});

test('a commit that fails fails everybody in it, and nobody after', async () => {
  let commits = 0;
  const commit = () => {
    commits += 1;
    if (commits === 1) throw new Error('full');
  };
  const { write } = setUp({ commit });
  const all = [write('a'), write('b', true), write('c')];
  expect(await outcomes(all)).toEqual(['rejected', 'rejected', 'fulfilled']);
});

test('when the database has rolled back by itself, those before are told too', async () => {
  const undo = () => {
    throw new Error('no such savepoint');
  };
  const { log, write, fail } = setUp({ undo });
  const all = [write('a'), fail('x'), write('b')];
  expect(await outcomes(all)).toEqual(['rejected', 'rejected', 'fulfilled']);
  expect(log.join(' ')).toBe('begin a mark x rollBack begin b commit');
});

test('work that must stand first is committed before the next begins', async () => {
  const { log, write } = setUp();
  await Promise.all([write('office', true), write('a')]);
  expect(log.join(' ')).toBe('begin office commit begin a commit');
});
