import { equalJson } from '../../../../domain/base/canonical-json.ts';
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

/** Whether what was lost stands again: the same value, or a list with all that was lost in it. */
export function standsAgain({ lost, kept }: Pick<ConflictNotice, 'lost' | 'kept'>): boolean {
  if (lost === kept) return true;
  const [mine, theirs] = [parsed(lost), parsed(kept)];
  if (!Array.isArray(mine) || !Array.isArray(theirs) || mine.length === 0) return false;
  return mine.every((item) => theirs.some((other) => equalJson(item, other)));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}
