import type { Texts } from '../../i18n/texts.ts';
import type { table as source } from './texts.it.ts';

/** What every table says of itself. */
export const table = {
  sort: 'Sort by the column “{{column}}”',
  choose: 'Select {{name}}',
  chooseAll: 'Select all shown',
  loading: 'Loading…',
} as const satisfies Texts<typeof source>;
