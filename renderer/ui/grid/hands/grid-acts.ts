import type { Desk } from '../desk/desk.ts';
import type { CellAt } from '../model/cells.ts';
import type { ActUnderWay } from '../model/history.ts';
import { cellsOf, filledDown, spread, type CellText } from '../model/spread.ts';
import { alone, HEAD, NAMES } from '../model/walk.ts';
import type { CellTexts } from './clipboard-table.ts';

/** Empties all that is chosen. */
export function cleared(desk: Desk): void {
  entered(
    desk,
    'cleared',
    chosenCells(desk)
      .flat()
      .map((at) => ({ ...at, text: '' })),
  );
}

/** Gives all that is chosen what stands in its first row; a single row what stands above it. */
export function filled(desk: Desk): void {
  const { bounds, shape } = desk.table();
  const chosen = bounds();
  if (chosen) entered(desk, 'entered', filledDown(chosen, shape, desk.sheet.textAt));
}

/** Puts a copied table in from the first chosen cell on; what finds no cell is counted. */
export function pasted(desk: Desk, texts: CellTexts): void {
  const { bounds, shape } = desk.table();
  const chosen = bounds();
  if (!chosen) return;
  const { texts: placed, left } = spread(texts, chosen, shape);
  // A name is pasted on itself when a table comes back whole. Beside another one stands what was meant for somebody else.
  const names = placed.filter(({ column, text }) => column === NAMES && text.trim() !== '');
  const strangers = new Set(names.flatMap((each) => (isNamed(desk, each) ? [] : [each.row])));
  const own = placed.filter(
    ({ row, column, text }) => column !== NAMES && !strangers.has(row) && !NOTHING_IN_TABLES.test(text),
  );
  // What was copied here is what stands here.
  const outcome = desk.sheet.enter(
    own.map((each) =>
      each.text.trim() === copiedText(desk, each) ? { ...each, text: desk.sheet.textAt(each) } : each,
    ),
  );
  desk.news.setState({ last: { kind: 'entered', outcome, left, strangers: strangers.size } });
}

/** In tables a dash by itself stands for nothing, whichever it is. */
const NOTHING_IN_TABLES = /^\s*[\p{Dash_Punctuation}−.]\s*$/u;

function isNamed(desk: Desk, { text, ...at }: CellText): boolean {
  const plain = (name: string) => name.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().toLocaleLowerCase();
  return plain(text) === plain(textOf(desk, at));
}

/** What stands in the chosen cells, as it is copied. */
export function copiedTexts(desk: Desk): CellTexts {
  return chosenCells(desk).map((line) => line.map((at) => textOf(desk, at)));
}

/** Takes the last step back, or does it again, and goes to where something changed. One at a time: what follows waits for it. */
export function replayed(desk: Desk, way: 'undo' | 'redo'): void {
  const { underWay } = desk;
  if (desk.props().isHeld) return;
  if (underWay.now) {
    void underWay.now.then(() => replayed(desk, way));
    return;
  }
  const outcome = desk.sheet[way]();
  if (!outcome) {
    desk.news.setState({ last: { kind: way === 'undo' ? 'nothingToUndo' : 'nothingToRedo' } });
    return;
  }
  if ('said' in outcome) {
    underWay.now = heard(desk, way, outcome);
    return;
  }
  desk.news.setState({ last: { kind: way === 'undo' ? 'undone' : 'redone', outcome } });
  const [first] = outcome.cells;
  const { shape } = desk.table();
  if (first && shape.rows.includes(first.row) && shape.columns.includes(first.column)) desk.go(alone(first));
}

/** Says what became of something that was done beside the cells. */
async function heard(desk: Desk, way: 'undo' | 'redo', { said, fault }: ActUnderWay): Promise<void> {
  const reason = await fault;
  desk.underWay.now = undefined;
  const done = { kind: way === 'undo' ? 'actUndone' : 'actRedone', said } as const;
  desk.news.setState({ last: reason === undefined ? done : { kind: 'refused', reason } });
}

/** Enters texts in the cells that are there for it; says why not where none of them is. */
function entered(desk: Desk, kind: 'entered' | 'cleared', texts: readonly CellText[]): void {
  const open = texts.filter((at) => desk.lockOf(at) === undefined);
  // Averages among what is chosen are no wish to change them; if there is nothing else, they say why.
  const outcome = desk.sheet.enter(open.length > 0 ? open : texts);
  desk.news.setState({ last: { kind, outcome } });
}

function chosenCells(desk: Desk): readonly (readonly CellAt[])[] {
  const { bounds, shape } = desk.table();
  const chosen = bounds();
  return chosen ? cellsOf(chosen, shape) : [];
}

/** What can be read in a cell: a name, a text that was refused, a text. */
function textOf(desk: Desk, at: CellAt): string {
  const { rows, footRows = [], names } = desk.props();
  if (at.column !== NAMES) return desk.sheet.refusedAt(at)?.text ?? copiedText(desk, at);
  if (at.row === HEAD) return names.name;
  return [...rows, ...footRows].find(({ id }) => id === at.row)?.name ?? '';
}

/** What a cell gives to the clipboard: its text, or what stands for it elsewhere. */
function copiedText(desk: Desk, { row, column }: CellAt): string {
  const text = desk.sheet.textAt({ row, column });
  const cell = desk.props().source.cells(row)[column];
  return cell?.text === text ? (cell.copied ?? text) : text;
}
