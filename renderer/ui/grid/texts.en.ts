import type { Texts } from '../../i18n/texts.ts';
import type { grid as source } from './texts.it.ts';

/** What a grid says of itself. */
export const grid = {
  entered_one: '{{count}} cell written.',
  entered_other: '{{count}} cells written.',
  cleared_one: '{{count}} cell emptied.',
  cleared_other: '{{count}} cells emptied.',
  undone_one: 'Undone: {{count}} cell is as it was before.',
  undone_other: 'Undone: {{count}} cells are as they were before.',
  redone_one: 'Redone: {{count}} cell.',
  redone_other: 'Redone: {{count}} cells.',
  nothingChanged: 'Nothing has changed.',
  nothingToUndo: 'There is nothing to undo.',
  nothingToRedo: 'There is nothing to redo.',
  refused_one: '{{count}} cell not accepted: the text stays there, marked.',
  refused_other: '{{count}} cells not accepted: the texts stay there, marked.',
  notWritten_one: '{{count}} cell was not written: the text stays there, marked.',
  notWritten_other: '{{count}} cells were not written: the texts stay there, marked.',
  locked_one: '{{count}} cell cannot be written.',
  locked_other: '{{count}} cells cannot be written.',
  readOnly: 'Nothing can be written here.',
  changed_one: '{{count}} cell stays as it is: it was changed in the meantime.',
  changed_other: '{{count}} cells stay as they are: they were changed in the meantime.',
  left_one: '{{count}} value was left over: the grid ends before it.',
  left_other: '{{count}} values were left over: the grid ends before them.',
  copied: 'Copied {{rows}} rows × {{columns}} columns.',
  chosen: 'Chosen {{rows}} rows × {{columns}} columns.',
  undo: 'Undo the last change of the grid',
  redo: 'Redo the change taken back',
  words: 'undo redo',
} as const satisfies Texts<typeof source>;
