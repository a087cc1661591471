import type { Action } from '../../ui/actions/actions.ts';
import { matchWords } from '../../ui/notice/plain-words.ts';

/** One line of the palette. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** What the label leaves open: when, where. */
  readonly detail?: string;
  readonly keywords?: string;
  readonly keys?: string;
  readonly kind: CommandKind;
  readonly run: () => void;
}

/** What a line leads to; the palette groups by it. */
export type CommandKind = 'hour' | 'class' | 'day' | 'action' | 'section' | 'pupil' | 'teacher';

/** Lines of one kind, in the order in which they answer. */
export interface CommandGroup {
  readonly kind: CommandKind;
  readonly commands: readonly Command[];
}

/** Names can be many: whoever types on finds the one that is wanted. */
const MOST: Readonly<Record<CommandKind, number>> = {
  hour: 8,
  class: 12,
  day: 2,
  action: 40,
  section: 8,
  pupil: 8,
  teacher: 8,
};

/** An action as a line of the palette. */
export function commandOf({ id, label, keywords, keys, whyNot, run }: Action): Command {
  return {
    id: `action.${id}`,
    label,
    kind: 'action',
    run,
    ...(keywords === undefined ? {} : { keywords }),
    ...(keys === undefined ? {} : { keys }),
    ...(whyNot === undefined ? {} : { detail: whyNot }),
  };
}

/**
 * The lines that answer to what is typed: `meant` are those that it names (a class, a day), in their order; the others are found by the beginnings of their
 * words, the label before keywords and details. Groups come in the order of their best line.
 */
export function findCommands(
  query: string,
  meant: readonly Command[],
  others: readonly Command[],
): readonly CommandGroup[] {
  const scored = others.flatMap((command) => {
    const score = scoreOf(command, query);
    return score === undefined ? [] : [{ command, score }];
  });
  const inOrder = [...meant, ...scored.toSorted((a, b) => a.score - b.score).map(({ command }) => command)];
  const groups = new Map<CommandKind, Command[]>();
  const known = new Set<string>();
  for (const command of inOrder) {
    if (known.has(command.id)) continue;
    known.add(command.id);
    const group = groups.get(command.kind) ?? [];
    if (group.length < MOST[command.kind]) group.push(command);
    groups.set(command.kind, group);
  }
  return [...groups].map(([kind, commands]) => ({ kind, commands }));
}

const BEHIND_LABEL = 10;

function scoreOf({ label, detail = '', keywords = '' }: Command, query: string): number | undefined {
  const byLabel = matchWords(label, query);
  if (byLabel !== undefined) return byLabel;
  const byAll = matchWords([label, keywords, detail].join(' '), query);
  return byAll === undefined ? undefined : byAll + BEHIND_LABEL;
}
