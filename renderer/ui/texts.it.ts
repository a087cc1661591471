import { keys } from './actions/texts.it.ts';
import { credentials } from './credentials/texts.it.ts';
import { failure, lost } from './notice/texts.it.ts';
import { table } from './table/texts.it.ts';

/** The pieces that many pages use, in Italian. */
export const it = { credentials, failure, keys, lost, table } as const;
