/** What came of confirming the roll of one class. */
export type Confirmed = 'now' | 'before' | 'failed' | { readonly whyNot: string };

/** One of the rolls that are called together. */
export interface RollHandle {
  /** Gives a pupil the focus: the one at a place of the list, the last one where it is shorter, or who had it last. */
  focus(index?: number): void;
  /** Goes to a pupil without taking the focus. */
  choose(index: number): void;
  confirm(): Promise<Confirmed>;
}

/** What a roll that is called with others leaves to what holds them together. */
export interface AmongRolls {
  /** It takes the focus when the class opens. */
  readonly isFirst: boolean;
  readonly onConfirm: () => void;
  readonly onSearch: () => void;
  /** A key leads over the edge of the list. */
  readonly onBeyond: (key: string, index: number) => void;
}
