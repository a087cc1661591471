import { charts } from './charts/texts.it.ts';
import { keys } from './actions/texts.it.ts';
import { credentials } from './credentials/texts.it.ts';
import { dayField } from './day-field/texts.it.ts';
import { grid } from './grid/texts.it.ts';
import { lost } from './notice/texts.it.ts';
import { table } from './table/texts.it.ts';

/** The pieces that many pages use, in Italian. */
export const it = { charts, credentials, dayField, grid, keys, lost, table } as const;
