import { equalJson } from '../../../../domain/base/canonical-json.ts';
import type { CellAt, CellRefusal, GridSource, Reading, StepWay, WriteCells } from './cells.ts';
import {
  amended,
  noteTurns,
  replayAct,
  withRedone,
  withUndone,
  type ActUnderWay,
  type CellState,
  type CellStep,
  type GridHistory,
  type Refused,
  type Turn,
} from './history.ts';
import { createOverlays, type Overlays } from './overlays.ts';
import type { CellText } from './spread.ts';

/** What a sheet works on; asked anew each time, because columns and commands change. */
export interface SheetParts {
  readonly source: GridSource;
  readonly write: WriteCells;
  /** What a text means in a cell that can be written; never asked for an empty one. */
  readonly read: (at: CellAt, text: string) => Reading;
  /** Why a cell cannot be written; undefined where it can. */
  readonly lockOf: (at: CellAt) => string | undefined;
  /** Hears of cells that were refused after the key was long gone. */
  readonly refusedLater: (refusals: readonly CellRefusal[]) => void;
  /** Hears of cells once what was entered in them is shown there, or was refused. */
  readonly arrived: (cells: readonly CellAt[]) => void;
}

/** What became of texts that were entered, or of a step that was taken back or done again. */
export interface Outcome {
  /** Cells that have another text now, or are on their way to it. */
  readonly written: number;
  /** Those of them that have no text any more. */
  readonly emptied: number;
  /** Cells that had the text already, and nothing was written there. */
  readonly same: number;
  /** Cells that keep what they did not take, each with its reason. */
  readonly refused: readonly CellRefusal[];
  /** Cells that cannot be written at all, and were left alone. */
  readonly locked: readonly CellRefusal[];
  /** Cells in which something is that does not go with their text, and says where it can be taken back. */
  readonly staying?: readonly CellRefusal[];
  /** Cells that somebody has written since, and were left alone. */
  readonly changed: readonly CellAt[];
  /** All cells that are as was wished now. */
  readonly cells: readonly CellAt[];
}

/** What is written in a grid, and how it is taken back: it knows neither the screen nor what the texts mean. */
export interface Sheet {
  readonly overlays: Overlays;
  /** What the cell has: of the source, or on its way there. */
  readonly textAt: (at: CellAt) => string;
  /** What waits at the cell and was not written. */
  readonly refusedAt: (at: CellAt) => Refused | undefined;
  /** Enters texts, as one step. Empty ones clear. What is not taken stays at its cell, with the reason. */
  readonly enter: (texts: readonly CellText[]) => Outcome;
  /** Lets a text wait at its cell, as one step: nothing is written. */
  readonly hold: (at: CellAt, refused: Refused) => void;
  /** Takes the last step back, or does again what was taken back last; undefined where there is none. */
  readonly undo: () => Outcome | ActUnderWay | undefined;
  readonly redo: () => Outcome | ActUnderWay | undefined;
}

/** A sheet that writes what it does in a history, and what waits in layers before the cells. */
export function createSheet(
  parts: () => SheetParts,
  history: GridHistory,
  overlays: Overlays = createOverlays(),
): Sheet {
  const standsAt = ({ row, column }: CellAt) => parts().source.cells(row)[column]?.text ?? '';
  const stateAt = (at: CellAt): CellState => {
    const { coming, refused } = overlays.at(at);
    return { text: coming?.text ?? standsAt(at), refused };
  };

  /** Brings cells into their states and writes the texts among them; answers those that the writer refused at once. */
  const carryOut = ({ id, turns }: CellStep, way: StepWay['way']): readonly CellRefusal[] => {
    const whenRefused = way === 'enter' ? kept : gone;
    const changes = turns
      .filter(({ from, to }) => from.text !== to.text)
      .map(({ row, column, from, to }) => ({ row, column, old: from.text, next: to.text }));
    overlays.put(turns.map(({ row, column, to }) => ({ row, column, refused: to.refused })));
    if (changes.length === 0) return [];
    const refusing = (refusals: readonly CellRefusal[]) => {
      const refused = new Map(refusals.map((each) => [keyOf(each), each.reason]));
      if (refused.size === 0) return [];
      const refusedAt = (at: CellAt, text: string, over: string): Refused | undefined => {
        const reason = refused.get(keyOf(at));
        return reason === undefined ? undefined : { text, reason, over };
      };
      history.setState((now) =>
        amended(now, id, (all) =>
          all.flatMap((turn) => {
            const what = refusedAt(turn, turn.to.text, turn.from.text);
            return what ? whenRefused(turn, what) : [turn];
          }),
        ),
      );
      overlays.put(
        changes.flatMap(({ row, column, old, next }) => {
          const what = refusedAt({ row, column }, next, old);
          const { coming } = overlays.at({ row, column });
          const { refused: another } = stateAt({ row, column });
          // What was typed there meanwhile stands in its place.
          return !what || coming || another ? [] : [{ row, column, refused: what }];
        }),
      );
      return refusals;
    };
    const answer = parts().write(changes, { step: id, way });
    const arrived = () => {
      if (way === 'enter') parts().arrived(changes);
    };
    if (!(answer instanceof Promise)) {
      const refusals = refusing(answer);
      arrived();
      return refusals;
    }
    const comings = changes.map(({ row, column, next }) => ({ row, column, coming: { text: next } }));
    overlays.put(comings);
    const arrive = () =>
      overlays.put(
        comings.flatMap(({ row, column, coming }) =>
          overlays.at({ row, column }).coming === coming ? [{ row, column, coming: undefined }] : [],
        ),
      );
    const hear = async () => {
      const refusals = await answer.finally(arrive);
      if (refusing(refusals).length > 0) parts().refusedLater(refusals);
      arrived();
    };
    void hear();
    return [];
  };

  const outcomeOf = (
    turns: readonly Turn[],
    byWriter: readonly CellRefusal[],
    left: Pick<Outcome, 'locked' | 'staying' | 'changed' | 'same'>,
  ): Outcome => {
    const refusedByWriter = new Set(byWriter.map(keyOf));
    const taken = turns.filter((turn) => !refusedByWriter.has(keyOf(turn)));
    const own = taken.flatMap(({ row, column, to }) =>
      to.refused ? [{ row, column, reason: to.refused.reason }] : [],
    );
    const written = taken.filter(({ from, to }) => from.text !== to.text);
    return {
      ...left,
      written: written.length,
      emptied: written.filter(({ to }) => to.text === '').length,
      refused: [...own, ...byWriter],
      cells: taken.map(({ row, column }) => ({ row, column })),
    };
  };

  /** Goes from one side of a step to the other, cell by cell, as far as nobody has written there since. */
  const replay = (
    step: CellStep,
    sideOf: (turn: Turn) => { readonly to: CellState; readonly was: CellState },
  ) => {
    const locked: CellRefusal[] = [];
    const changed: CellAt[] = [];
    const pairs = step.turns.flatMap((turn): [Turn, Turn][] => {
      const { row, column } = turn;
      const at = { row, column };
      const { to, was } = sideOf(turn);
      const now = stateAt(at);
      const writes = to.text !== was.text;
      const reason = writes ? parts().lockOf(at) : undefined;
      if (writes && now.text !== was.text) changed.push(at);
      else if (reason !== undefined) locked.push({ ...at, reason });
      else
        return [[turn, { ...at, from: now, to: { text: writes ? to.text : now.text, refused: to.refused } }]];
      return [];
    });
    return {
      own: pairs.map(([turn]) => turn),
      turns: pairs.map(([, turn]) => turn),
      left: { locked, changed, same: 0 },
    };
  };

  return {
    overlays,
    textAt: (at) => stateAt(at).text,
    refusedAt: (at) => stateAt(at).refused,
    enter(texts) {
      const locked: CellRefusal[] = [];
      const staying: CellRefusal[] = [];
      let same = 0;
      const turns = texts.flatMap(({ row, column, text }): Turn[] => {
        const at = { row, column };
        const from = stateAt(at);
        const typed = text.trim();
        if (typed === from.text && !from.refused) {
          const stays = typed === '' ? parts().source.cells(row)[column]?.stays : undefined;
          if (stays === undefined) same += 1;
          else staying.push({ ...at, reason: stays });
          return [];
        }
        // Giving up what was refused writes nothing.
        const reason = typed === from.text ? undefined : parts().lockOf(at);
        if (reason !== undefined) {
          locked.push({ ...at, reason });
          return [];
        }
        const isRead = typed !== '' && typed !== from.text;
        const to = isRead ? stateAfter(from, typed, parts().read(at, typed)) : { text: typed };
        if (!equalJson(from, to)) return [{ ...at, from, to }];
        if (!to.refused) same += 1;
        return [];
      });
      const byWriter = turns.length > 0 ? carryOut(noteTurns(history, turns), 'enter') : [];
      return outcomeOf(turns, byWriter, { locked, staying, changed: [], same });
    },
    hold({ row, column }, refused) {
      const from = stateAt({ row, column });
      const to = { text: from.text, refused };
      if (!equalJson(from, to)) carryOut(noteTurns(history, [{ row, column, from, to }]), 'enter');
    },
    undo() {
      const step = history.getState().done.at(-1);
      if (!step) return undefined;
      if ('act' in step) return replayAct(history, step, 'undo');
      const { own, turns, left } = replay(step, ({ from, to }) => ({ to: from, was: to }));
      history.setState((now) => withUndone(now, { id: step.id, turns: own }));
      return outcomeOf(turns, carryOut({ id: step.id, turns }, 'undo'), left);
    },
    redo() {
      const step = history.getState().undone.at(-1);
      if (!step) return undefined;
      if ('act' in step) return replayAct(history, step, 'redo');
      const { own, turns, left } = replay(step, ({ from, to }) => ({ to, was: from }));
      history.setState((now) => withRedone(now, { id: step.id, turns: own }));
      return outcomeOf(turns, carryOut({ id: step.id, turns }, 'redo'), left);
    },
  };
}

function keyOf({ row, column }: CellAt): string {
  return JSON.stringify([row, column]);
}

/** What a cell has after something was typed: the text as it was read, or that of before and what it did not take. */
function stateAfter(from: CellState, typed: string, reading: Reading): CellState {
  return reading.ok
    ? { text: reading.value }
    : { text: from.text, refused: { text: typed, reason: reading.failure, over: from.text } };
}

/** What stays of a turn in the history after the writer refused it. */
type WhenRefused = (turn: Turn, refused: Refused) => readonly Turn[];

/** What was typed waits at its cell; taking the step back takes it away. */
const kept: WhenRefused = ({ row, column, from }, refused) => [
  { row, column, from, to: { text: from.text, refused } },
];

/** What could not be taken back, or done again, is no part of the step any more. */
const gone: WhenRefused = () => [];
