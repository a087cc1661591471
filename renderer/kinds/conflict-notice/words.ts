import type { ConflictNotice } from '../../../domain/kinds/conflict-notice/record.ts';
import type { KindWords } from '../words.ts';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const words: KindWords<ConflictNotice> = {
  name: ({ t }) => t('conflictNotice.name'),
  entry: (_record, _before, { t }) => ({ what: t('conflictNotice.seen'), where: '' }),
  field: () => undefined,
  value: () => undefined,
  handedOver: (_record, { t }) => [t('conflictNotice.seen')],
  parked: () => undefined,
};

/** Of a notice somebody writes that they have seen it, and nothing else. */
export const conflictNotice = { words, texts: { it, en } } as const;
