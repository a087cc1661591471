import { charts } from './charts/texts.en.ts';
import type { Texts } from '../i18n/texts.ts';
import type { it } from './texts.it.ts';
import { keys } from './actions/texts.en.ts';
import { grid } from './grid/texts.en.ts';
import { credentials } from './credentials/texts.en.ts';
import { dayField } from './day-field/texts.en.ts';
import { lost } from './notice/texts.en.ts';
import { table } from './table/texts.en.ts';

/** The pieces that many pages use, in English. */
export const en = { charts, credentials, dayField, grid, keys, lost, table } as const satisfies Texts<
  typeof it
>;
