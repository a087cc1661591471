import type { ConflictNotice } from '../../../domain/kinds/conflict-notice/record.ts';
import type { KindWords } from '../words.ts';

/** Of a notice somebody writes that they have seen it, and nothing else. */
export const conflictNoticeWords: KindWords<ConflictNotice> = {
  entry: (_record, _before, { t }) => ({ what: t('sync.entry.conflictSeen'), where: '' }),
  field: () => undefined,
  value: () => undefined,
  handedOver: (_record, { t }) => [t('sync.entry.conflictSeen')],
  parked: () => undefined,
};
