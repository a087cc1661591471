import { fail, ok } from '../../../domain/base/result.ts';
import type { GridColumn, GridRow } from '../../ui/grid/desk/grid-props.ts';
import type { CellRefusal, GridCell, GridCells, Reading, WriteCells } from '../../ui/grid/model/cells.ts';
import { createGridStore, type GridStore } from '../../ui/grid/model/grid-store.ts';

/** A grid of plain numbers from 0 to 10 with their averages: what a page gives a grid, without any record. */
export interface Numbers {
  readonly rows: readonly GridRow[];
  readonly footRows: readonly GridRow[];
  readonly columns: readonly GridColumn[];
  readonly store: GridStore;
  readonly write: WriteCells;
  /** What a colleague writes in a cell, or what arrives with a pupil. */
  readonly arrive: (row: string, cells: GridCells) => void;
}

/** The number that this grid's writer refuses, as a server would. */
export const REFUSED = '3';

/** The number with which a colleague's one meets, before it is written. */
const OVERTAKEN = '3,5';

const REASONS: ReadonlyMap<string, string> = new Map([
  [REFUSED, 'Il server non accetta il 3.'],
  [OVERTAKEN, 'Nel frattempo è stato cambiato: resta com’è.'],
]);

/** What is drawn where somebody was absent and has no number. */
const ABSENT = 'ass.';

const FIRST = [
  'Ardizzone',
  'Bèllini',
  'Caruso',
  'D’Amico',
  'Esposito',
  'Ferri',
  'Galli',
  'Hofer',
  'Innocenti',
];
const SECOND = ['Anna Maria Giuseppina', 'Bruno', 'Chiara', 'Đorđe', 'Elena', 'Franz', 'Giulia'];

/** A pupil of the grid; the names are many and some of them long. */
export function pupil(index: number): GridRow {
  const first = FIRST[index % FIRST.length] ?? '';
  const second = SECOND[(index * 3) % SECOND.length] ?? '';
  return { id: `p${index}`, name: `${first} ${second}${index < FIRST.length ? '' : ` ${index + 1}`}` };
}

/** Makes a grid of so many rows and columns, full but for every fifth cell. */
export function createNumbers(rowCount: number, columnCount: number): Numbers {
  const rows = Array.from({ length: rowCount }, (_, index) => pupil(index));
  const tests = Array.from({ length: columnCount }, (_, index) => `t${index + 1}`);
  const filled = new Map(
    rows.map(({ id }, row) => [
      id,
      Object.fromEntries(
        tests.flatMap((test, column): [string, GridCell][] =>
          (row + column) % 5 === 0 ? [] : [[test, { text: shown(4 + ((row * 7 + column * 3) % 13) / 2) }]],
        ),
      ) as GridCells,
    ]),
  );
  const store = createGridStore();
  const withAverage = (cells: GridCells): GridCells => ({
    ...cells,
    average: { text: averageOf(tests.map((test) => cells[test]?.text ?? '')) },
  });
  const footOf = (columns: readonly string[]) => {
    const cells = Object.fromEntries(
      columns.map((column) => [
        column,
        { text: averageOf([...filled.keys()].map((row) => store.cells(row)[column]?.text ?? '')) },
      ]),
    );
    return new Map([['class', { ...store.cells('class'), ...cells }]]);
  };
  const special: Readonly<Record<string, GridCell>> = {
    p1: { text: '', drawn: ABSENT, note: 'Assente quel giorno', isShaded: true },
    p2: { text: '', locked: 'In quel periodo non era in questa classe.', isShaded: true },
  };
  store.show(
    new Map(
      [...filled].map(([id, cells]) => {
        const own = special[id];
        return [id, withAverage(own ? { ...cells, t2: own } : cells)];
      }),
    ),
  );
  store.show(footOf([...tests, 'average']));
  return {
    rows,
    footRows: [{ id: 'class', name: 'Media della classe' }],
    columns: [
      ...tests.map((id, index) => ({
        id,
        name: `Prova ${index + 1} del ${index + 1} ottobre`,
        header: `${index + 1}/10 Prova`,
        width: 58,
        read: readNumber,
      })),
      {
        id: 'average',
        name: 'Media',
        header: 'Media',
        width: 64,
        isAtEdge: true,
        locked: 'La media si calcola dai voti.',
      },
    ],
    store,
    write(changes) {
      const refused = changes.flatMap(({ row, column, next }): CellRefusal[] => {
        const reason = REASONS.get(next);
        return reason === undefined ? [] : [{ row, column, reason }];
      });
      for (const { row, column, next } of changes)
        if (next === OVERTAKEN)
          store.show(new Map([[row, { ...store.cells(row), [column]: { text: '2' } }]]));
      const taken = changes.filter(({ next }) => !REASONS.has(next));
      for (const row of new Set(taken.map((change) => change.row))) {
        const own = taken.filter((change) => change.row === row);
        const cells = own.map(({ column, next }): [string, GridCell] => {
          const before = store.cells(row)[column];
          const drawn = before?.note !== undefined && next === '' ? ABSENT : undefined;
          return [column, { ...before, drawn, text: next }];
        });
        store.show(new Map([[row, withAverage({ ...store.cells(row), ...Object.fromEntries(cells) })]]));
      }
      store.show(footOf([...new Set(taken.map(({ column }) => column)), 'average']));
      return refused;
    },
    arrive: (row, cells) => {
      if (!filled.has(row)) filled.set(row, cells);
      store.show(new Map([[row, withAverage({ ...store.cells(row), ...cells })]]));
    },
  };
}

function readNumber(text: string): Reading {
  const number = Number(text.replace(',', '.'));
  if (!Number.isFinite(number)) return fail(`«${text}» non è un voto.`);
  return number >= 0 && number <= 10 ? ok(shown(number)) : fail(`${text} non sta fra 0 e 10.`);
}

function averageOf(texts: readonly string[]): string {
  const numbers = texts.filter((text) => text !== '').map((text) => Number(text.replace(',', '.')));
  const sum = numbers.reduce((total, each) => total + each, 0);
  return numbers.length === 0 ? '' : shown(Math.round((sum / numbers.length) * 100) / 100);
}

function shown(number: number): string {
  return String(number).replace('.', ',');
}
