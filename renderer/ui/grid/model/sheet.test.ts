import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../../domain/base/result.ts';
import type { CellRefusal, GridCells, StepWay, WriteCells } from './cells.ts';
import { createGridStore } from './grid-store.ts';
import { createHistory, noteAct, type ActUnderWay, type ActWay } from './history.ts';
import { createSheet, type Outcome, type Sheet, type SheetParts } from './sheet.ts';
import { filledDown, spread, type CellText } from './spread.ts';
import { HEAD, NAMES, type Shape } from './walk.ts';

const ROWS = ['anna', 'bruno', 'carla', 'dino'];
const COLUMNS = ['one', 'two', 'three'];
const SHAPE: Shape = { rows: [HEAD, ...ROWS], columns: [NAMES, ...COLUMNS, 'average'], foot: 0 };
const [ONE, TWO] = [
  { row: 'anna', column: 'one' },
  { row: 'bruno', column: 'one' },
];

/** A sheet of numbers from 0 to 10 over a store; the average is locked. */
function numbers({ frozen = () => undefined as string | undefined, isLate = false } = {}) {
  const history = createHistory();
  const store = createGridStore();
  const batches: number[] = [];
  const ways: StepWay[] = [];
  const late: CellRefusal[] = [];
  const set = (row: string, column: string, text: string) => {
    const cells: GridCells = { ...store.cells(row), [column]: { text } };
    store.show(new Map([[row, cells]]));
  };
  const writeNow: WriteCells = (changes, of) => {
    batches.push(changes.length);
    ways.push(of);
    const reason = frozen();
    if (reason !== undefined) return changes.map(({ row, column }) => ({ row, column, reason }));
    for (const { row, column, old, next } of changes) {
      expect(store.cells(row)[column]?.text ?? '').toBe(old);
      set(row, column, next);
    }
    return [];
  };
  const parts = (): SheetParts => ({
    source: store,
    write: isLate ? (changes, of) => Promise.resolve().then(() => writeNow(changes, of)) : writeNow,
    read: (_at, text) => {
      const number = Number(text.replace(',', '.'));
      return Number.isFinite(number) && number >= 0 && number <= 10
        ? ok(String(number).replace('.', ','))
        : fail(`${text} non è un voto`);
    },
    lockOf: ({ column }) => (COLUMNS.includes(column) ? undefined : 'La media si calcola'),
    refusedLater: (refusals) => void late.push(...refusals),
    arrived: () => undefined,
  });
  const sheet = createSheet(parts, history);
  return { history, store, sheet, set, batches, ways, late };
}

/** All that stands in the cells, with what they did not take. */
function everythingIn(sheet: Sheet): unknown {
  return ROWS.map((row) =>
    COLUMNS.map((column) => ({
      text: sheet.textAt({ row, column }),
      overlay: sheet.overlays.at({ row, column }),
    })),
  );
}

describe('a sheet', () => {
  it('writes what was read, and clears what is empty', () => {
    const { sheet } = numbers();
    expect(sheet.enter([{ ...ONE, text: ' 7.5 ' }]).written).toBe(1);
    expect(sheet.textAt(ONE)).toBe('7,5');
    expect(sheet.enter([{ ...ONE, text: '' }]).written).toBe(1);
    expect(sheet.textAt(ONE)).toBe('');
  });

  it('says of a cell whose text is empty, and in which something else is, where that is taken back', () => {
    const { sheet, store, batches } = numbers();
    store.show(new Map([['anna', { one: { text: '', stays: 'C’è un giudizio' } }]]));
    const outcome = sheet.enter([
      { ...ONE, text: '' },
      { ...TWO, text: '' },
    ]);
    expect(outcome).toMatchObject({ same: 1, staying: [{ ...ONE, reason: 'C’è un giudizio' }] });
    expect(batches).toEqual([]);
    expect(sheet.enter([{ ...ONE, text: '8' }])).toMatchObject({ written: 1, staying: [] });
  });

  it('keeps what was not taken at its cell with the reason, and writes the rest of the batch: one undo takes all back', () => {
    const { sheet, batches } = numbers();
    const outcome = sheet.enter([
      { ...ONE, text: '8' },
      { ...TWO, text: 'boh' },
      { row: 'anna', column: 'average', text: '9' },
    ]);
    expect(outcome).toMatchObject({ written: 1, refused: [{ ...TWO, reason: 'boh non è un voto' }] });
    expect(outcome.locked).toHaveLength(1);
    expect(sheet.refusedAt(TWO)).toEqual({ text: 'boh', reason: 'boh non è un voto', over: '' });
    expect(sheet.textAt(TWO)).toBe('');
    sheet.undo();
    expect(sheet.textAt(ONE)).toBe('');
    expect(sheet.overlays.refused()).toEqual([]);
    sheet.redo();
    expect(sheet.refusedAt(TWO)).toEqual({ text: 'boh', reason: 'boh non è un voto', over: '' });
    expect(batches).toEqual([1, 1, 1]);
  });

  it('tells its writer which step is entered, taken back and done again', () => {
    const { sheet, ways } = numbers();
    sheet.enter([{ ...ONE, text: '8' }]);
    sheet.enter([{ ...ONE, text: '7' }]);
    sheet.undo();
    sheet.undo();
    sheet.redo();
    expect(ways.map(({ step, way }) => `${way} ${step}`)).toEqual([
      'enter 1',
      'enter 2',
      'undo 2',
      'undo 1',
      'redo 1',
    ]);
  });

  it('writes nothing where nothing changes', () => {
    const { sheet, batches } = numbers();
    sheet.enter([{ ...ONE, text: '8' }]);
    expect(sheet.enter([{ ...ONE, text: '8' }])).toMatchObject({ written: 0, cells: [] });
    expect(sheet.enter([{ ...ONE, text: '8,0' }])).toMatchObject({ written: 0, cells: [] });
    expect(batches).toEqual([1]);
  });

  it('leaves a cell alone that a colleague has written since, and says so', () => {
    const { sheet, set } = numbers();
    sheet.enter([
      { ...ONE, text: '8' },
      { ...TWO, text: '5' },
    ]);
    set('anna', 'one', '4');
    expect(sheet.undo()).toMatchObject({ written: 1, changed: [ONE], cells: [TWO] });
    expect(sheet.textAt(ONE)).toBe('4');
    expect(sheet.redo()).toMatchObject({ written: 1, changed: [], cells: [TWO] });
    expect(sheet.textAt(ONE)).toBe('4');
  });

  it.each([false, true])(
    'keeps at its cell what the writer refused (late: %s), and undo takes it away without writing',
    async (isLate) => {
      let reason: string | undefined = 'Il periodo è chiuso';
      const { sheet, batches, late } = numbers({ frozen: () => reason, isLate });
      const outcome = sheet.enter([{ ...ONE, text: '8' }]);
      if (isLate) expect(sheet.textAt(ONE)).toBe('8');
      await settled();
      expect([...outcome.refused, ...late]).toEqual([{ ...ONE, reason }]);
      expect(sheet.textAt(ONE)).toBe('');
      expect(sheet.refusedAt(ONE)).toEqual({ text: '8', reason, over: '' });
      reason = undefined;
      sheet.undo();
      await settled();
      expect(sheet.overlays.at(ONE).refused).toBeUndefined();
      expect(batches).toEqual([1]);
    },
  );

  it.each([false, true])(
    'keeps at its cell what was refused because a colleague had written there meanwhile (late: %s), until it is given up',
    async (isLate) => {
      const overtaken = () => {
        set(ONE.row, ONE.column, '4');
        return 'Nel frattempo è stato cambiato';
      };
      const { sheet, set, batches } = numbers({ frozen: overtaken, isLate });
      sheet.enter([{ ...ONE, text: '8' }]);
      await settled();
      const waits = { text: '8', reason: 'Nel frattempo è stato cambiato', over: '' };
      expect([sheet.textAt(ONE), sheet.refusedAt(ONE)]).toEqual(['4', waits]);
      sheet.undo();
      expect([sheet.textAt(ONE), sheet.refusedAt(ONE)]).toEqual(['4', undefined]);
      sheet.redo();
      expect(sheet.refusedAt(ONE)).toEqual(waits);
      sheet.enter([{ ...ONE, text: '4' }]);
      expect([sheet.textAt(ONE), sheet.refusedAt(ONE)]).toEqual(['4', undefined]);
      expect(batches).toEqual([1]);
    },
  );

  it('shows what is on its way, and nothing before the cell once it has arrived', async () => {
    const { sheet } = numbers({ isLate: true });
    sheet.enter([{ ...ONE, text: '8' }]);
    expect(sheet.overlays.at(ONE).coming).toEqual({ text: '8' });
    sheet.enter([{ ...ONE, text: '9' }]);
    await settled();
    expect(sheet.overlays.at(ONE).coming).toBeUndefined();
    expect(sheet.textAt(ONE)).toBe('9');
    sheet.undo();
    expect(sheet.textAt(ONE)).toBe('8');
    await settled();
    expect(sheet.textAt(ONE)).toBe('8');
  });

  it('tells how many were emptied, and lets go of nothing that was refused when something else comes there', () => {
    const { sheet, set } = numbers();
    sheet.enter([
      { ...ONE, text: '7' },
      { ...TWO, text: '8' },
    ]);
    const outcome = sheet.enter([
      { ...ONE, text: '' },
      { ...TWO, text: '9' },
    ]);
    expect(outcome).toMatchObject({ written: 2, emptied: 1 });
    sheet.enter([{ ...TWO, text: 'boh' }]);
    expect(sheet.refusedAt(TWO)?.text).toBe('boh');
    set(TWO.row, TWO.column, '6');
    expect(sheet.textAt(TWO)).toBe('6');
    expect(sheet.refusedAt(TWO)).toMatchObject({ text: 'boh', over: '9' });
  });

  it('lets a text wait at its cell as a step: undo takes it away, and nothing is written', () => {
    const { sheet, set, batches } = numbers();
    set('anna', 'one', '4');
    sheet.hold(ONE, { text: '8', reason: '', over: '' });
    expect([sheet.textAt(ONE), sheet.refusedAt(ONE)?.text]).toEqual(['4', '8']);
    sheet.undo();
    expect([sheet.textAt(ONE), sheet.refusedAt(ONE)]).toEqual(['4', undefined]);
    expect(batches).toEqual([]);
  });

  it('gives up what was refused, and that can be taken back as well', () => {
    const { sheet } = numbers();
    sheet.enter([{ ...ONE, text: 'boh' }]);
    sheet.enter([{ ...ONE, text: sheet.textAt(ONE) }]);
    expect(sheet.overlays.at(ONE).refused).toBeUndefined();
    sheet.undo();
    expect(sheet.overlays.at(ONE).refused?.text).toBe('boh');
  });
});

describe('what is done beside the cells', () => {
  /** Something that is taken back and done again as often as one likes, in a list of what stands. */
  const act = (stands: string[], said: string) => {
    stands.push(said);
    const undo: ActWay = () => {
      stands.splice(stands.indexOf(said), 1);
      return Promise.resolve(ok(redo));
    };
    const redo: ActWay = () => {
      stands.push(said);
      return Promise.resolve(ok(undo));
    };
    return { said, way: undo };
  };
  const faultOf = (done: Outcome | ActUnderWay | undefined) =>
    done && 'fault' in done ? done.fault : Promise.resolve('nothing beside the cells');

  it('is taken back in its turn among what was written in them, and done again', async () => {
    const { sheet, history } = numbers();
    const stands: string[] = [];
    sheet.enter([{ ...ONE, text: '5' }]);
    noteAct(history, act(stands, 'Prova creata'));
    sheet.enter([{ ...ONE, text: '8' }]);
    expect(sheet.undo()).toMatchObject({ written: 1 });
    expect(stands).toEqual(['Prova creata']);
    expect(await faultOf(sheet.undo())).toBeUndefined();
    expect(stands).toEqual([]);
    expect(sheet.undo()).toMatchObject({ written: 1 });
    expect([sheet.textAt(ONE), sheet.undo()]).toEqual(['', undefined]);
    sheet.redo();
    expect(await faultOf(sheet.redo())).toBeUndefined();
    sheet.redo();
    expect([sheet.textAt(ONE), stands, sheet.redo()]).toEqual(['8', ['Prova creata'], undefined]);
    sheet.undo();
    await faultOf(sheet.undo());
    expect(stands).toEqual([]);
  });

  it('says why it could not be taken back, and stands in the way of nothing before it', async () => {
    const { sheet, history } = numbers();
    sheet.enter([{ ...ONE, text: '5' }]);
    noteAct(history, { said: 'Voto corretto', way: () => Promise.resolve(fail('Il periodo è chiuso')) });
    expect(await faultOf(sheet.undo())).toBe('Il periodo è chiuso');
    expect(sheet.undo()).toMatchObject({ written: 1 });
    expect(sheet.textAt(ONE)).toBe('');
  });

  it('is not done again where there is no way on, or something else was done meanwhile', async () => {
    const { sheet, history } = numbers();
    noteAct(history, { said: 'Prova spostata', way: () => Promise.resolve(ok(undefined)) });
    sheet.enter([{ ...ONE, text: '5' }]);
    sheet.undo();
    await faultOf(sheet.undo());
    expect(sheet.redo()).toBeUndefined();
    const stands: string[] = [];
    noteAct(history, act(stands, 'Prova creata'));
    const undone = faultOf(sheet.undo());
    sheet.enter([{ ...ONE, text: '6' }]);
    await undone;
    expect(sheet.redo()).toBeUndefined();
    expect(sheet.textAt(ONE)).toBe('6');
  });
});

async function settled(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
}

const text = fc.constantFrom('', '4', '5,5', '6', '10', '11', 'boh');
const place = fc.record({ row: fc.nat(ROWS.length - 1), column: fc.nat(COLUMNS.length) });
const chosen = fc.tuple(place, place).map(([a, b]) => ({
  top: Math.min(a.row, b.row) + 1,
  bottom: Math.max(a.row, b.row) + 1,
  left: Math.min(a.column, b.column) + 1,
  right: Math.max(a.column, b.column) + 1,
}));
const copied = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
  .chain(([height, width]) =>
    fc.array(fc.array(text, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );
const act = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), at: place, text }),
  fc.record({ kind: fc.constant('paste' as const), chosen, copied }),
  fc.record({ kind: fc.constant('fill' as const), chosen }),
  fc.constant({ kind: 'undo' as const }),
  fc.constant({ kind: 'redo' as const }),
);

describe('any sequence of edits, pastes, fills, undos and redos', () => {
  const textsOf = (
    done: Exclude<typeof act extends fc.Arbitrary<infer A> ? A : never, { kind: 'undo' | 'redo' }>,
    sheet: Sheet,
  ) => {
    if (done.kind === 'paste') return spread(done.copied, done.chosen, SHAPE).texts;
    if (done.kind === 'fill') return filledDown(done.chosen, SHAPE, sheet.textAt);
    const { row, column } = done.at;
    return [{ row: ROWS[row] ?? '', column: SHAPE.columns[column + 1] ?? '', text: done.text }];
  };

  it.each([false, true])('equals the same final state entered directly (late: %s)', async (isLate) => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25, size: 'max' }), async (acts) => {
        const { sheet } = numbers({ isLate });
        // What stands after all: the entries that were not taken back, each as it was entered.
        const standing: (readonly CellText[])[] = [];
        let takenBack: (readonly CellText[])[] = [];
        for (const each of acts) {
          if (each.kind === 'undo') {
            if (sheet.undo()) takenBack.push(...standing.splice(-1));
          } else if (each.kind === 'redo') {
            if (sheet.redo()) standing.push(...takenBack.splice(-1));
          } else {
            const texts = textsOf(each, sheet);
            const before = JSON.stringify(everythingIn(sheet));
            const { cells, refused } = sheet.enter(texts);
            if (cells.length === 0 && refused.length === 0) {
              expect(JSON.stringify(everythingIn(sheet))).toBe(before);
              continue;
            }
            standing.push(texts);
            takenBack = [];
          }
          // A colleague's answer may come between any two keys.
          if (isLate && each.kind === 'undo') await settled();
        }
        await settled();
        const direct = numbers().sheet;
        for (const texts of standing) direct.enter(texts);
        expect(everythingIn(sheet)).toEqual(everythingIn(direct));
      }),
    );
  });

  it('is taken back whole by as many undos, and done again by as many redos', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25, size: 'max' }), (acts) => {
        const { sheet } = numbers();
        const empty = everythingIn(sheet);
        for (const each of acts) {
          if (each.kind === 'undo') sheet.undo();
          else if (each.kind === 'redo') sheet.redo();
          else sheet.enter(textsOf(each, sheet));
        }
        const full = everythingIn(sheet);
        let steps = 0;
        while (sheet.undo()) steps += 1;
        expect(everythingIn(sheet)).toEqual(empty);
        for (; steps > 0; steps -= 1) sheet.redo();
        expect(everythingIn(sheet)).toEqual(full);
      }),
    );
  });
});
