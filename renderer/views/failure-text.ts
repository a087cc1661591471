import type { TFunction } from 'i18next';
import type { CommandFailure, Refused } from '../data/commands/outcome.ts';

/** Fields that some records of their kind have and others cannot, by what is said of those. */
const OF_FIELD: Readonly<Partial<Record<string, 'noMark'>>> = {
  'test.conversion': 'noMark',
  'rubric.conversion': 'noMark',
};

/** Why a command was not carried out, as a sentence. */
export function failureText(failure: CommandFailure, t: TFunction): string {
  return failure.kind === 'refused' ? refusedText(failure, t) : t(`common.failure.${failure.failure.kind}`);
}

/** Why something was not taken, as a sentence; of a field that its record cannot have with what may stand there. */
export function refusedText({ reason, path = '' }: Refused, t: TFunction): string {
  const ofField = reason === 'invalid' ? OF_FIELD[path] : undefined;
  return t(`common.refusal.${ofField ?? reason}`);
}
