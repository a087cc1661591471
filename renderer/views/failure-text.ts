import type { TFunction } from 'i18next';
import type { CommandFailure } from '../data/commands/outcome.ts';

/** Why a command was not carried out, as a sentence. */
export function failureText(failure: CommandFailure, t: TFunction): string {
  return failure.kind === 'refused'
    ? t(`common.refusal.${failure.reason}`)
    : t(`common.failure.${failure.failure.kind}`);
}
