import type { Texts } from '../../i18n/texts.ts';
import type { charts as it } from './texts.it.ts';

/** What every chart says of itself, in English. */
export const charts: Texts<typeof it> = {
  print: 'Print chart',
  printOf: 'Print chart: {{title}}',
  table: 'The data in a table',
  threshold: 'pass mark',
};
