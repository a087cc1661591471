import { describe, expect, it } from 'vitest';
import { toEntryId, toInstant, toPersonId } from '../../../domain/base/ids.ts';
import { fail, ok } from '../../../domain/base/result.ts';
import { oneAct, type ActStep, type Undoable } from './one-act.ts';

const ANNA = toPersonId('person-anna');
const SAVED = { entry: toEntryId('entry-1'), recordedAt: toInstant(Date.parse('2026-11-23T08:00:00Z')) };
const REFUSED = { kind: 'refused', reason: 'forbidden' } as const;

/** Steps that write down what is done, and how they end. */
function steps(said: string[], ...ends: readonly ('written' | 'refused' | 'stuck')[]): readonly ActStep[] {
  return ends.map((end, index) => ({
    pupil: ANNA,
    async run() {
      await Promise.resolve();
      said.push(`do ${index}`);
      if (end === 'refused') return fail(REFUSED);
      return ok({
        ...SAVED,
        async undo() {
          await Promise.resolve();
          said.push(`undo ${index}`);
          return end === 'stuck' ? fail(REFUSED) : ok(SAVED);
        },
      });
    },
  }));
}

describe('an act of several commands', () => {
  it('carries them out in turn, and one way back takes the last one back first', async () => {
    const said: string[] = [];
    const done = await oneAct(steps(said, 'written', 'written', 'written'));
    expect(said).toEqual(['do 0', 'do 1', 'do 2']);
    expect(done.ok && (await done.value.undo()).ok).toBe(true);
    expect(said.slice(3)).toEqual(['undo 2', 'undo 1', 'undo 0']);
  });

  it('is done again in its first order, as often as it is taken back, where each of its commands can be', async () => {
    const said: string[] = [];
    const goes = (name: string): Undoable['undo'] => {
      const go = (word: string, on: string) => async () => {
        await Promise.resolve();
        said.push(`${word} ${name}`);
        return ok({ ...SAVED, undo: go(on, word) });
      };
      return go('undo', 'redo');
    };
    const twice = ['a', 'b'].map((name) => ({
      run: () => Promise.resolve(ok({ ...SAVED, undo: goes(name) })),
    }));
    const done = await oneAct(twice);
    const undone = done.ok ? await done.value.undo() : done;
    const redone = undone.ok ? await undone.value.undo?.() : undefined;
    expect(said).toEqual(['undo b', 'undo a', 'redo a', 'redo b']);
    if (redone?.ok) await redone.value.undo?.();
    expect(said.slice(4)).toEqual(['undo b', 'undo a']);
  });

  it('leaves nothing written where one is refused, and says at whom it stopped', async () => {
    const said: string[] = [];
    const done = await oneAct(steps(said, 'written', 'written', 'refused', 'written'));
    expect(done).toEqual(fail({ failure: REFUSED, pupil: ANNA }));
    expect(said).toEqual(['do 0', 'do 1', 'do 2', 'undo 1', 'undo 0']);
  });

  it('has acts as steps, and says at whom they stopped', async () => {
    const said: string[] = [];
    const [first] = steps(said, 'written');
    const inner = { run: () => oneAct(steps(said, 'refused')) };
    expect(await oneAct([...(first ? [first] : []), inner])).toEqual(fail({ failure: REFUSED, pupil: ANNA }));
    expect(said).toEqual(['do 0', 'do 0', 'undo 0']);
  });

  it('says why it cannot be taken back, and takes nothing back beyond that', async () => {
    const said: string[] = [];
    const done = await oneAct(steps(said, 'written', 'stuck', 'written'));
    expect(done.ok && (await done.value.undo())).toEqual(fail(REFUSED));
    expect(said.slice(3)).toEqual(['undo 2', 'undo 1']);
  });

  it('is refused without a command', async () => {
    expect(await oneAct([])).toEqual(
      fail({ failure: { kind: 'refused', reason: 'invalid' }, pupil: undefined }),
    );
  });
});
