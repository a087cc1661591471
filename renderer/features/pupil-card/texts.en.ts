import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** What the card of a pupil says. */
export const en = {
  pupilCard: {
    who: 'Details',
    birthDate: 'Date of birth',
    groups: 'Group',
    religion: 'Religion lesson',
    choice: {
      attending: 'attends',
      alternative: 'alternative activity',
      assistedStudy: 'study with a teacher',
      individualStudy: 'study alone',
      missing: 'choice missing: the hour does not count as absence',
      leaves: 'not at school in that lesson',
    },
    derogations: 'Absences that do not count',
    category: {
      health: 'serious reasons of health',
      therapies: 'therapies and treatment',
      bloodDonation: 'blood donation',
      sport: 'sport',
      sabbath: 'religious agreements',
      family: 'family reasons',
      studyAbroad: 'study abroad',
      workPlacement: 'work placement',
      other: 'another reason',
    },
    day: 'Attendance on {{day}}',
    nothingMarked: 'Nothing was marked on this day.',
    marked: 'marked by {{name}}, {{when}}',
    markedByMe: 'marked by you, {{when}}',
    contacts: 'Contacts of the family',
    notHere: 'They are not on this computer: the school office has them.',
    noContacts: 'The records hold no contacts.',
    noWay: 'no contact',
    guardian: { first: 'parent or guardian 1', second: 'parent or guardian 2' },
  },
} as const satisfies Texts<typeof it>;
