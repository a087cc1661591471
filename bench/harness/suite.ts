/** How much one run measures: the whole, or the little that shows that everything still works. */
export interface Scale {
  readonly quick: boolean;
  readonly runs: number;
}

/** What one round measured: measure, then contestant, then value. */
export type Round = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A bound that a figure should keep. */
export interface Target {
  /** Bound of the ratio ours : peer; at least where more is better, at most where less is. */
  readonly ratio?: number;
  /** Bound of our own value, in the figure's unit. */
  readonly absolute?: number;
  /** Number in the table of targets and the words for people. */
  readonly text: string;
}

/** One line of the result: which measure of a round, of which unit, against whom. */
export interface FigurePlan {
  readonly name: string;
  readonly measure: string;
  readonly unit: 'ms' | 'docs/s' | 'saves/s' | 's' | 'MB';
  readonly better: 'more' | 'less';
  /** The contestant that ours is divided by, and what it is in words. */
  readonly peer: string;
  readonly peerName: string;
  readonly target?: Target;
}

/** A group of figures measured together, with everything they need running. */
export interface RunningSuite {
  /** Measures every contestant once, in turns; the number of the round decides who begins. */
  round(number: number): Promise<Round>;
  close(): Promise<void>;
}

/** A group of figures that can be run by name. */
export interface Suite {
  readonly name: string;
  readonly title: string;
  readonly figures: readonly FigurePlan[];
  start(scale: Scale): Promise<RunningSuite>;
}

/** Name under which our product competes in every round. */
export const OURS = 'ours';

/** The contestants in an order that begins with another one each round, so that nobody always comes first. */
export function inTurns<T>(contestants: readonly T[], round: number): readonly T[] {
  const first = round % contestants.length;
  return [...contestants.slice(first), ...contestants.slice(0, first)];
}
