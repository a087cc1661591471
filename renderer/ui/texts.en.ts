import type { Texts } from '../i18n/texts.ts';
import type { it } from './texts.it.ts';
import { credentials } from './credentials/texts.en.ts';
import { failure } from './notice/texts.en.ts';
import { table } from './table/texts.en.ts';

/** The pieces that many pages use, in English. */
export const en = { credentials, failure, table } as const satisfies Texts<typeof it>;
