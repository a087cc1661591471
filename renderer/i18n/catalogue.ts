import { en } from './en/catalogue.ts';
import { it } from './it/catalogue.ts';
import type { Language } from './language.ts';

/** The texts of every language; each satisfies the shape of the Italian one. */
export const catalogues: Readonly<Record<Language, typeof it | typeof en>> = { it, en };
