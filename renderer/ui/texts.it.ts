import { credentials } from './credentials/texts.it.ts';
import { failure } from './notice/texts.it.ts';
import { table } from './table/texts.it.ts';

/** The pieces that many pages use, in Italian. */
export const it = { credentials, failure, table } as const;
