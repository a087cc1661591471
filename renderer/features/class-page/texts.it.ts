/** The frame of a class: its header and the row of its sections. */
export const it = {
  classPage: {
    sections: 'Sezioni della classe',
    views: 'Viste della sezione {{section}}',
    view: '{{section}}: {{view}}',
    switch: 'Cambia classe',
    wordsForSwitch: 'altra classe passa a classi',
    wordsForSection: 'sezione classe vai',
    pupils_one: '{{count}} in elenco',
    pupils_other: '{{count}} in elenco',
    notOffered: 'Vista riservata',
    notOfferedText: 'In questa classe la apre solo chi ne ha l’incarico.',
    notOpen: 'Sezione riservata a chi insegna nella classe',
    notOpenText:
      'In questa classe puoi firmare l’ora e fare l’appello. Il resto lo vede chi ci insegna durante l’anno.',
  },
} as const;
