/** A syllabus, in Italian. */
export const it = {
  syllabus: {
    name: 'Programma',
    of: 'Programma di {{subject}}: {{said}}',
    count_one: '{{count}} argomento',
    count_other: '{{count}} argomenti',
    done: '{{topic}} (svolto il {{day}})',
    field: 'Argomenti del programma',
  },
} as const;
