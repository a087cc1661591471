import type { PersonId } from '../../../../domain/base/ids.ts';

/** A mark, with whom and in which hour it was made. */
export interface Undoable {
  readonly pupil: PersonId;
  readonly hour: number;
}

/** The mark of this hour that is taken back next; or one of another hour, which is only taken back there; or nothing. */
export type NextUndo<S extends Undoable> =
  | { readonly kind: 'here'; readonly step: S }
  /** Nothing was marked here, or what was marked here has been marked over there since. */
  | { readonly kind: 'elsewhere'; readonly step: S; readonly isOver: boolean }
  | { readonly kind: 'nothing' };

/**
 * What an undo in an hour takes back: the last mark made in that hour, never one of another hour, which is not on the screen. A mark on which a later one of
 * another hour stands is not taken back before that: the day would be put back to before both.
 */
export function nextUndo<S extends Undoable>(steps: readonly S[], hour: number): NextUndo<S> {
  const here = steps.findLast((step) => step.hour === hour);
  const last = steps.at(-1);
  if (!here) return last ? { kind: 'elsewhere', step: last, isOver: false } : { kind: 'nothing' };
  const after = steps
    .slice(steps.indexOf(here) + 1)
    .findLast((step) => step.pupil === here.pupil && step.hour !== hour);
  return after ? { kind: 'elsewhere', step: after, isOver: true } : { kind: 'here', step: here };
}
