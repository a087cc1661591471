import type { ConflictNotice } from '../../../../domain/kinds/conflict-notice/record.ts';
import { valueText } from '../../../kinds/telling.ts';
import type { Words } from '../../../kinds/words.ts';

/** One of the two values of a conflict, as its page would show it. The text in the notice is JSON written by the server. */
export function conflictValue(
  { recordKind, field, record }: ConflictNotice,
  json: string,
  words: Words,
): string {
  const value = parsed(json);
  const text = valueText(recordKind, field, value, words, record);
  return text ?? (json === '' || value === undefined ? words.t('entry.empty') : json);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}
