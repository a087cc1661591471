import type { Random } from '../random.ts';
import type { Teaching } from '../plan/staffing.ts';
import type { ClassDemand, PlacedHour } from './demand.ts';

/** The weekly plan under construction and what it costs. */
export interface Board {
  /** Clashes and uneven days of the whole school; 0 is a good timetable. */
  readonly totalCost: () => number;
  /** Slots of a class that can be moved and contribute to the cost. */
  readonly costlySlots: (position: number) => readonly number[];
  /** Slots of a class that can be moved. */
  readonly freeSlots: (position: number) => readonly number[];
  /** How the cost changes when two hours of a class change places. */
  readonly swapChange: (position: number, a: number, b: number) => number;
  readonly swap: (position: number, a: number, b: number) => void;
  readonly firstClash: () => string | undefined;
  readonly placed: () => readonly PlacedHour[];
}

interface ClassBoard {
  readonly demand: ClassDemand;
  readonly cells: (Teaching | undefined)[];
  readonly movable: readonly number[];
  readonly days: number;
}

const CLASH = 20;
const MISSING_DAY = 5;

/** Deals the hours of every class into its slots at random. */
export function createBoard(demands: readonly ClassDemand[], random: Random): Board {
  const busy = new Map<number, number>();
  const boards = demands.map((demand) => deal(demand, random));
  // One number for teacher, weekday and hour: the solver looks this up millions of times.
  const key = (board: ClassBoard, cell: number, teacher: number) => {
    const slot = board.demand.slots[cell];
    return teacher * 256 + (slot?.weekday ?? 0) * 16 + (slot?.hour ?? 0);
  };
  for (const board of boards)
    for (const [cell, teaching] of board.cells.entries())
      if (teaching) add(busy, key(board, cell, teaching.teacher), 1);

  const clashAt = (board: ClassBoard, cell: number): number => {
    const teaching = board.cells[cell];
    return teaching ? CLASH * Math.max(0, (busy.get(key(board, cell, teaching.teacher)) ?? 0) - 1) : 0;
  };
  const boardAt = (position: number): ClassBoard => {
    const board = boards[position];
    if (!board) throw new Error(`No class at ${position}`);
    return board;
  };
  const swap = (position: number, a: number, b: number) => {
    const board = boardAt(position);
    const [first, second] = [board.cells[a], board.cells[b]];
    if (first) {
      add(busy, key(board, a, first.teacher), -1);
      add(busy, key(board, b, first.teacher), 1);
    }
    if (second) {
      add(busy, key(board, b, second.teacher), -1);
      add(busy, key(board, a, second.teacher), 1);
    }
    board.cells[a] = second;
    board.cells[b] = first;
  };
  const localCost = (board: ClassBoard, a: number, b: number) => {
    const teachers = new Set([board.cells[a]?.teacher, board.cells[b]?.teacher]);
    let cost = clashAt(board, a) + clashAt(board, b);
    for (const teacher of teachers) if (teacher !== undefined) cost += unevenness(board, teacher);
    return cost;
  };
  return {
    totalCost: () =>
      boards.reduce((total, board) => {
        const teachers = new Set(board.cells.map((teaching) => teaching?.teacher ?? -1));
        let cost = 0;
        for (const cell of board.cells.keys()) cost += clashAt(board, cell);
        for (const teacher of teachers) cost += unevenness(board, teacher);
        return total + cost;
      }, 0),
    costlySlots: (position) => {
      const board = boardAt(position);
      return board.movable.filter(
        (cell) => clashAt(board, cell) > 0 || unevenness(board, board.cells[cell]?.teacher ?? -1) > 0,
      );
    },
    freeSlots: (position) => boardAt(position).movable,
    swapChange: (position, a, b) => {
      const board = boardAt(position);
      if (board.cells[a]?.teacher === board.cells[b]?.teacher) return 1;
      const before = localCost(board, a, b);
      swap(position, a, b);
      const after = localCost(board, a, b);
      swap(position, a, b);
      return after - before;
    },
    swap,
    firstClash: () => {
      for (const board of boards)
        for (const cell of board.cells.keys())
          if (clashAt(board, cell) > 0) return `class ${board.demand.class}, slot ${cell}`;
      return undefined;
    },
    placed: () =>
      boards.flatMap(({ demand, cells }) =>
        cells.flatMap((teaching, cell) => {
          const slot = demand.slots[cell];
          return teaching && slot ? [{ class: demand.class, slot, teaching }] : [];
        }),
      ),
  };
}

function deal(demand: ClassDemand, random: Random): ClassBoard {
  const cells: (Teaching | undefined)[] = demand.slots.map(() => undefined);
  const remaining = demand.teachings.flatMap((teaching) =>
    Array.from({ length: teaching.hours }, () => teaching),
  );
  for (const [cell, subject] of demand.fixed) {
    const index = remaining.findIndex((teaching) => teaching.subject === subject);
    if (index >= 0) cells[cell] = remaining.splice(index, 1)[0];
  }
  const movable = [...cells.keys()].filter((cell) => !demand.fixed.has(cell));
  if (movable.length !== remaining.length)
    throw new Error(`Class ${demand.class}: ${remaining.length} hours for ${movable.length} slots`);
  const dealt = random.shuffle(remaining);
  for (const [index, cell] of movable.entries()) cells[cell] = dealt[index];
  return { demand, cells, movable, days: new Set(demand.slots.map((slot) => slot.weekday)).size };
}

/** Cost of a teacher's days in a class: hours above the daily limit, and days without the teacher who should come daily. */
function unevenness(board: ClassBoard, teacher: number): number {
  const perDay = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const [cell, teaching] of board.cells.entries()) {
    if (teaching?.teacher !== teacher) continue;
    const weekday = board.demand.slots[cell]?.weekday ?? 0;
    perDay[weekday] = (perDay[weekday] ?? 0) + 1;
  }
  let cost = 0;
  let present = 0;
  for (const hours of perDay) {
    if (hours > 0) present += 1;
    if (hours > board.demand.dailyLimit) cost += hours - board.demand.dailyLimit;
  }
  return teacher === board.demand.daily ? cost + MISSING_DAY * (board.days - present) : cost;
}

function add(counts: Map<number, number>, key: number, change: number): void {
  counts.set(key, (counts.get(key) ?? 0) + change);
}
