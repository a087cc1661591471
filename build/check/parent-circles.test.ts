import { describe, expect, it } from 'vitest';
import { parentCircles, type Import } from './parent-circles.ts';

const imports = (...pairs: readonly (readonly [from: string, to: string])[]): readonly Import[] =>
  pairs.map(([from, to]) => ({ from, to }));

describe('a folder and those below it', () => {
  it('have a contract above the rooms, and a list that names them', () => {
    const found = parentCircles(
      imports(
        ['kinds/registry.ts', 'kinds/lesson/kind.ts'],
        ['kinds/lesson/kind.ts', 'kinds/contract.ts'],
        ['kinds/registry.ts', 'kinds/contract.ts'],
      ),
    );
    expect(found).toEqual([]);
  });

  it.each([
    [
      'at once',
      imports(['data/register.ts', 'data/queue/run.ts'], ['data/queue/entries.ts', 'data/register.ts']),
    ],
    [
      'deeper below',
      imports(['data/register.ts', 'data/queue/a/b.ts'], ['data/queue/c/d.ts', 'data/register.ts']),
    ],
    [
      'by way of a neighbour',
      imports(
        ['data/register.ts', 'data/list.ts'],
        ['data/list.ts', 'data/queue/run.ts'],
        ['data/queue/entries.ts', 'data/register.ts'],
      ),
    ],
    [
      'by way of another folder',
      imports(
        ['data/register.ts', 'data/other/run.ts'],
        ['data/other/run.ts', 'data/queue/run.ts'],
        ['data/queue/entries.ts', 'data/register.ts'],
      ),
    ],
  ])('go in no circle: %s', (_, given) => {
    expect(parentCircles(given)).toContain(
      'no-parent-circles: data/register.ts and data/queue import each other',
    );
  });

  it('are not those that stand beside each other', () => {
    expect(parentCircles(imports(['data/a/a.ts', 'data/b/b.ts'], ['data/b/c.ts', 'data/a/d.ts']))).toEqual(
      [],
    );
  });
});
