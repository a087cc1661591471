import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** The school’s day, for those who see every class, in English. */
export const en = {
  schoolDay: {
    name: 'School',
    title: 'School today',
    lead: 'Roll calls, signatures and absences of all classes, as they have reached this computer.',
    ata: 'Your account has no classes: here are the calendar and the contacts of the school.',
    none: 'No class has lessons on this day.',
    missing: {
      calendar:
        'Without a calendar there are no days of lessons. Whoever runs the server of the register puts it in.',
      classes:
        'The next step is to import the lists of classes, pupils and teachers: whoever runs the server of the register does it. Then accounts are made in “Access”.',
      bells:
        'Rolls and signatures need the hours and the timetable: whoever runs the server of the register puts them in. Meanwhile accounts and letters can be made in “Access”.',
      timetable:
        'Rolls and signatures need the timetable: whoever runs the server of the register puts it in. Meanwhile accounts and letters can be made in “Access”.',
    },
    rolls: 'Rolls not called',
    class: 'Class',
    hours: 'Lessons',
    roll: 'Roll call',
    rollTaken: 'Called',
    rollMissing: 'Not yet',
    signed: 'Signed',
    signedOf: '{{signed}} of {{total}}',
    absent: 'Absent all day',
    absentOf: '{{absent}} of {{enrolled}}',
    hourSigned: '{{hour}}: signed',
    hourUnsigned: '{{hour}}: not signed',
    hourRunning: '{{hour}}: going on',
    hourAhead: '{{hour}}: still ahead',
    hourUnexpected: '{{hour}}: class not expected',
    totals: 'Summary',
    totalRoll: 'Roll calls made',
    totalUnsigned: 'Past lessons without signature',
    totalAbsent: 'Absent all day',
    legendSigned: 'signed',
    legendUnsigned: 'past, not signed',
    legendRunning: 'going on',
    legendAhead: 'still ahead',
    legendUnexpected: 'class not expected',
    table: 'Classes of the day',
    year: 'School year',
    lessons: 'Lessons from {{from}} to {{to}}',
    contacts: 'Contacts',
    contactsChange: 'Change',
    contactsTitle: 'Name and contacts of the school',
    contactsText: 'They are shown on the sign-in page, in letters and in messages, without a network too.',
    contactsSave: 'Save',
    contactsSaved: 'Name and contacts are saved.',
    noContacts: 'no contacts',
    contactFault: {
      name: 'Write the name of the school.',
      email: 'This e-mail address is not valid: check that it is complete.',
      nobodyToAsk:
        'Without telephone and e-mail, whoever cannot sign in has nobody to ask, and letters cannot be printed. To save all the same, press “Save” again.',
    },
    contact: {
      name: 'Name of the school',
      phone: 'Telephone',
      email: 'E-mail address',
      address: 'Street and number',
      city: 'Town',
    },
  },
} as const satisfies Texts<typeof it>;
