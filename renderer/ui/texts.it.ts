import { credentials } from './credentials/texts.it.ts';
import { failure } from './notice/texts.it.ts';

/** The pieces that many pages use, in Italian. */
export const it = { credentials, failure } as const;
