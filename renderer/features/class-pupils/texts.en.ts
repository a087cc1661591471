import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** The list of a class. */
export const en = {
  classPupils: {
    name: 'Pupils',
    title: 'Class list',
    wordsForSection: 'pupils list class names birth dates groups',
    number: 'No.',
    pupil: 'Surname and name',
    birthDate: 'Date of birth',
    groups: 'Group',
    notes: 'Notes',
    none: 'No enrolment in this class on this day is on this computer.',
    copy: 'Copy list',
    copyText: 'Copy the list, to paste it into a spreadsheet',
    wordsForCopy: 'copy spreadsheet excel table',
    copied_one: 'List copied: {{count}} name.',
    copied_other: 'List copied: {{count}} names.',
    notCopied: 'The list could not be copied: the system does not let the clipboard be used. Try again.',
    print: 'Print list',
    wordsForPrint: 'print class list paper',
  },
} as const satisfies Texts<typeof it>;
