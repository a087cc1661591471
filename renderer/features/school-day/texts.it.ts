/** The school’s day, for those who see every class, in Italian. */
export const it = {
  schoolDay: {
    name: 'Scuola',
    title: 'Scuola oggi',
    lead: 'Appelli, firme e assenze di tutte le classi, come sono arrivati su questo computer.',
    ata: 'Il tuo account non ha classi: qui trovi il calendario e i recapiti della scuola.',
    none: 'Nessuna classe ha lezione in questo giorno.',
    missing: {
      calendar:
        'Senza calendario non ci sono giorni di lezione. Lo inserisce chi gestisce il server del registro.',
      classes:
        'Il passo successivo è importare gli elenchi di classi, alunni e docenti: lo fa chi gestisce il server del registro. Poi in «Accessi» si creano gli account.',
      bells:
        'Per vedere appelli e firme servono le ore e l’orario: li inserisce chi gestisce il server del registro. Intanto in «Accessi» si possono già creare gli account e stampare le lettere.',
      timetable:
        'Per vedere appelli e firme serve l’orario: lo inserisce chi gestisce il server del registro. Intanto in «Accessi» si possono già creare gli account e stampare le lettere.',
    },
    class: 'Classe',
    hours: 'Ore',
    roll: 'Appello',
    rollTaken: 'Fatto',
    rollMissing: 'Non ancora',
    signed: 'Firmate',
    signedOf: '{{signed}} di {{total}}',
    absent: 'Assenti tutto il giorno',
    absentOf: '{{absent}} di {{enrolled}}',
    hourSigned: '{{hour}}: firmata',
    hourUnsigned: '{{hour}}: senza firma',
    hourRunning: '{{hour}}: in corso',
    hourAhead: '{{hour}}: ancora da svolgere',
    totals: 'Riepilogo',
    totalRoll: 'Appelli fatti',
    totalUnsigned: 'Ore trascorse senza firma',
    totalAbsent: 'Assenti tutto il giorno',
    legendSigned: 'firmata',
    legendUnsigned: 'trascorsa senza firma',
    legendRunning: 'in corso',
    legendAhead: 'ancora da svolgere',
    table: 'Classi del giorno',
    year: 'Anno scolastico',
    lessons: 'Lezioni dal {{from}} al {{to}}',
    contacts: 'Recapiti',
    contactsChange: 'Modifica',
    contactsTitle: 'Nome e recapiti della scuola',
    contactsText: 'Si leggono nella pagina di accesso, nelle lettere e nei messaggi, anche senza rete.',
    contactsSave: 'Salva',
    contactsSaved: 'Nome e recapiti sono salvati.',
    noContacts: 'nessun recapito',
    contactFault: {
      name: 'Scrivi il nome della scuola.',
      email: 'Questo indirizzo e-mail non è valido: controlla di averlo scritto per intero.',
      nobodyToAsk:
        'Senza telefono né e-mail chi non riesce ad accedere non sa a chi rivolgersi, e le lettere non si possono stampare. Per salvare comunque, premi di nuovo «Salva».',
    },
    contact: {
      name: 'Nome della scuola',
      phone: 'Telefono',
      email: 'Indirizzo e-mail',
      address: 'Via e numero civico',
      city: 'Comune',
    },
  },
} as const;
