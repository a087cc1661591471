import type { Random } from '../random.ts';
import { createBoard, type Board } from './board.ts';
import type { ClassDemand, PlacedHour } from './demand.ts';

const MAX_PASSES = 400;
/** After so many rounds a timetable without clashes is good enough, even if some days are uneven. */
const POLISH_PASSES = 30;

/**
 * Gives every class a full week without any teacher in two rooms at once.
 *
 * Each class's hours are dealt into its slots, then hours that clash are swapped within their class as long as this lowers the cost
 * (clashes count far more than uneven days); sideways moves lead out of dead ends.
 */
export function solveTimetable(demands: readonly ClassDemand[], random: Random): readonly PlacedHour[] {
  const board = createBoard(demands, random);
  for (let pass = 0; pass < MAX_PASSES && board.totalCost() > 0; pass += 1) {
    if (pass > POLISH_PASSES && board.firstClash() === undefined) break;
    for (const position of random.shuffle(demands.map((_, index) => index)))
      improveClass(board, position, random);
  }
  const clash = board.firstClash();
  if (clash) throw new Error(`No timetable without clashes was found (${clash})`);
  return board.placed();
}

function improveClass(board: Board, position: number, random: Random): void {
  for (const slot of random.shuffle(board.costlySlots(position))) {
    let best = 0;
    let choices: number[] = [];
    for (const other of board.freeSlots(position)) {
      if (other === slot) continue;
      const change = board.swapChange(position, slot, other);
      if (change > best) continue;
      if (change < best) {
        best = change;
        choices = [];
      }
      choices.push(other);
    }
    if (choices.length > 0) board.swap(position, slot, random.pick(choices));
  }
}
