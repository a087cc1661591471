import { fail } from '../../../domain/base/result.ts';
import type { CommandResult } from './outcome.ts';

/** The way back from one of several things that were done together. */
export type TakeBack = () => Promise<CommandResult>;

/** Takes back what was done together, the last first; what cannot be taken back ends it. */
export async function takeAllBack(undos: readonly TakeBack[]): Promise<CommandResult> {
  let last: CommandResult = fail({ kind: 'refused', reason: 'invalid' });
  for (const back of undos.toReversed()) {
    last = await back();
    if (!last.ok) return last;
  }
  return last;
}
