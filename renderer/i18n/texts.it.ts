import { failure } from './failures/texts.it.ts';

/** Words used on many pages. */
export const it = {
  common: {
    productName: 'Campanella',
    cancel: 'Annulla',
    close: 'Chiudi',
    confirm: 'Conferma',
    undo: 'Annulla l’ultimo',
    back: 'Indietro',
    retry: 'Riprova',
    hour: '{{ordinal}} ora',
    hourRange: '{{start}}–{{end}}',
    today: 'oggi',
    yesterday: 'ieri',
    tomorrow: 'domani',
    atTime: 'alle {{time}}',
    onDayAtTime: '{{day}} alle {{time}}',
    recordedAt: 'Registrato {{when}}',
    receivedAt: 'Ricevuto dalla scuola {{when}}',
    notReceived: 'In attesa di invio',
    unknown: '—',
    somebody: 'un’altra persona',
    level: {
      primary: 'primaria',
      lowerSecondary: 'secondaria di I grado',
      upperSecondary: 'secondaria di II grado',
    },
    levelShort: { primary: 'prim.', lowerSecondary: 'sec.', upperSecondary: 'sup.' },
    roles: {
      teacher: 'Docente',
      office: 'Segreteria',
      principal: 'Dirigente scolastico',
      ata: 'Personale ATA',
    },
    accountKind: {
      staff: 'Personale',
      firstGuardian: 'Genitore',
      secondGuardian: 'Genitore',
      student: 'Studente/ssa',
    },
    andOthers_one: 'un altro nome',
    andOthers_other: 'altri {{count}} nomi',
    undone: 'Annullato: {{done}}',
    mark: {
      present: { letter: 'P', name: 'Presente' },
      absent: { letter: 'A', name: 'Assente' },
      late: { letter: 'R', name: 'Ritardo' },
      exited: { letter: 'U', name: 'Uscita anticipata' },
      outOfClass: { letter: 'FC', name: 'Fuori classe' },
    },
    refusal: {
      forbidden: 'Non hai i permessi per questa registrazione, o riguarda chi non è più in una tua classe.',
      invalid: 'I dati della registrazione non sono validi.',
      noMark: 'Nella primaria i punti e la griglia restano come sono: non diventano un numero.',
      readOnly: 'Questo dato si può solo leggere.',
      futureDay: 'Lezione futura: si potrà compilare dal giorno stesso.',
      noLessonDay: 'In questo giorno non c’è lezione.',
      windowClosed: 'Il tempo per firmare e fare l’appello di quest’ora è scaduto.',
      notYet: 'L’ora indicata deve ancora venire: si firma, si conferma e si scrive dal suo inizio.',
      notEnrolled: 'Quel giorno non risultava l’iscrizione a questa classe.',
      contradictoryEvents: 'La registrazione contraddice quanto è già registrato per la stessa persona.',
      othersSignature: 'Non si può cambiare la firma di un’altra persona.',
      identityChanged: 'La registrazione cambia un dato che non può cambiare.',
      outdated:
        'Scritta con una versione superata del programma: aggiornalo; se poi non viene presa, riscrivila.',
      alreadyDecided: 'Questa giustificazione è già stata convalidata: la cambia solo la scuola.',
      sentByOther:
        'La motivazione è stata inviata da un’altra persona della famiglia: si legge, e la cambia solo chi l’ha inviata.',
      textWithdrawn: 'La motivazione è stata ritirata o riscritta: guarda quella che c’è ora.',
      tooLate: 'Il tempo per farlo da qui è scaduto: rivolgersi alla segreteria.',
      periodClosed:
        'Il periodo è chiuso per lo scrutinio: lo riapre solo la segreteria, in «Accessi», «Anni».',
      yearClosed: 'Di questo anno scolastico si può solo leggere: è passato, o la scuola l’ha chiuso.',
      absentToday: 'Oggi risulta l’assenza: si giustifica al rientro.',
      elsewhere:
        'In quel tempo risulta già fuori classe per la scuola: correggi prima il «fuori classe», in Assenze.',
      markedAbsent: 'In quel tempo risulta l’assenza: correggi prima l’appello.',
      beyondYear: 'L’ultimo giorno deve essere nello stesso anno scolastico.',
      notDelegate: 'Chi dovrebbe ritirare non è tra le persone delegate per quel giorno.',
      tooManyActs: 'Troppe registrazioni di questo genere per la stessa persona: rivolgersi alla segreteria.',
      reasonMissing: 'La famiglia ha già potuto vedere questo voto: indicare il motivo della correzione.',
      reasonMissing_words:
        'La famiglia ha già potuto vedere questa valutazione: indicare il motivo della correzione.',
      otherGroup: 'L’alunno non fa parte del gruppo di questa prova.',
      breaksRecovery:
        'Quel giorno un voto di recupero non varrebbe più: è dello stesso giorno o di uno successivo, nello stesso periodo.',
      breaksRecovery_words:
        'Quel giorno un recupero non varrebbe più: è dello stesso giorno o di uno successivo, nello stesso periodo.',
      tooManyColumns:
        'In questa materia la classe ha già tutte le prove che un anno può avere: rivolgersi alla scuola.',
      recoveredAlready:
        'Quel voto ha già il suo recupero, e ogni voto ne ha uno solo: si può recuperare il recupero.',
      recoveredAlready_words:
        'Quella valutazione ha già il suo recupero, e ognuna ne ha uno solo: si può recuperare il recupero.',
      recoveryCircle:
        'I due voti si recupererebbero l’un l’altro, anche attraverso altri: un voto recupera solo ciò che non dipende da lui.',
      recoveryCircle_words:
        'Le due valutazioni si recupererebbero l’un l’altra, anche attraverso altre: una valutazione recupera solo ciò che non dipende da lei.',
      changedSince: 'Nel frattempo è stato cambiato: resta com’è.',
      alreadyAssessed:
        'In questa prova c’è già chi ha un voto: resta a voti, a punti o con la sua griglia, e il massimo non scende sotto un punteggio già dato.',
      alreadyAssessed_words:
        'In questa prova c’è già chi è valutato: resta a giudizi, a punti o con la sua griglia, e il massimo non scende sotto un punteggio già dato.',
      notOfTest:
        'La prova non ha questi punti o questa griglia: qualcuno l’ha cambiata nel frattempo. Guarda la prova e scrivi di nuovo il voto.',
      notOfTest_words:
        'La prova non ha questi punti o questa griglia: qualcuno l’ha cambiata nel frattempo. Guarda la prova e scrivi di nuovo la valutazione.',
      assessmentCancelled: 'Questa prova è stata ritirata: il voto non si può scrivere.',
      assessmentCancelled_words: 'Questa prova è stata ritirata: la valutazione non si può scrivere.',
    },
    failure: {
      title: 'Non è stato salvato',
      titleOf: 'Non è stato salvato: {{of}}',
      diskFull: 'Il disco di questo computer è pieno: libera spazio e riprova.',
      locked: 'Il registro è bloccato: sbloccalo con la password e riprova.',
      internal:
        'Il programma non è riuscito a scrivere su questo computer. Riprova; se continua, avvisa la segreteria.',
    },
    pageError: {
      title: 'Questa pagina si è fermata',
      text: 'Quello che hai scritto è al sicuro su questo computer. Riapri la pagina; se succede ancora, avvisa la segreteria.',
      diskFull:
        'Il disco di questo computer è pieno e il registro non vi si può leggere. Quello che hai scritto è al sicuro: libera spazio sul disco, poi riapri la pagina.',
      recover: 'Riapri la pagina',
    },
    notFound: {
      title: 'Pagina inesistente',
      text: 'L’indirizzo non porta a nessuna pagina del registro.',
      home: 'Vai a Oggi',
    },
    loading: 'Apertura del registro…',
  },
  failure,
} as const;
