/** Giustificazioni, in Italian. */
export const it = {
  justification: {
    acts: 'Giustificazione',
    dayOf: 'Giustificazione di {{name}}',
    entry: '{{act}}: {{item}} di {{name}}',
    one: '{{act}}: {{item}}',
    inWords: '{{said}} ({{words}})',
    nothing: 'Niente',
    act: {
      announce: 'Preannunciata',
      send: 'Motivazione inviata',
      withdraw: 'Motivazione ritirata',
      validate: 'Giustificazione convalidata',
      reject: 'Giustificazione rifiutata',
      justify: 'Giustificazione registrata a scuola',
      revoke: 'Convalida revocata',
      splitOff: 'Giorno separato dal gruppo',
      takeBack: 'Decisione ritirata',
    },
    item: { absence: 'assenza', late: 'ritardo', exit: 'uscita anticipata' },
    itemAt: { absence: 'assenza', late: 'ritardo delle {{time}}', exit: 'uscita anticipata delle {{time}}' },
    reason: {
      health: 'salute',
      healthCertificate: 'salute, con certificato',
      family: 'famiglia',
      transport: 'trasporto',
      sport: 'sport',
      strike: 'sciopero',
      other: 'altro',
    },
  },
} as const;
