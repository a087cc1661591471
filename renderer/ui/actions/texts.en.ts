import type { Texts } from '../../i18n/texts.ts';
import type { keys as source } from './texts.it.ts';

/** How keys are called that are not letters, and what is typed. */
export const keys = {
  enter: 'Enter',
  pageUp: 'PgUp',
  pageDown: 'PgDn',
  home: 'Home',
  end: 'End',
  space: 'Space',
  shift: 'Shift',
  delete: 'Del',
  digits: 'digits',
  arrows: 'arrows',
  timeExample: '0815 or 815',
} as const satisfies Texts<typeof source>;
