import type { FailureTexts } from './failure-texts.ts';

/** Why something asked of the school or of this computer did not succeed, and what to do about it. */
export const failure = {
  wait: 'Puoi riprovare tra {{time}}.',
  kind: {
    wrongCredentials: {
      title: 'Nome utente o password non corretti',
      text: 'Controlla le maiuscole e riprova. Se non ricordi la password, usa «Password dimenticata?».',
    },
    wrongPassword: {
      title: 'Password non corretta',
      text: 'Controlla le maiuscole e riprova. Se non la ricordi, usa «Password dimenticata?» nella pagina di accesso.',
    },
    passwordNeeded: {
      title: 'Serve la password',
      text: 'Questo account ha una password propria: inseriscila per aprirlo.',
    },
    passwordExpired: {
      title: 'La password della segreteria è scaduta',
      text: 'Non è stata usata in tempo. Chiedi alla segreteria nuove credenziali.',
    },
    wrongCode: {
      title: 'Codice non corretto',
      text: 'Usa il codice che l’app mostra adesso. Se non va, controlla che l’ora del telefono sia giusta.',
    },
    weakPassword: {
      title: 'Password non accettata',
      text: 'La scuola non l’ha accettata: scegline un’altra.',
    },
    notPossible: {
      title: 'Non si può fare',
      text: 'La scuola non ha accettato la richiesta.',
    },
    expired: {
      title: 'È passato troppo tempo',
      text: 'Per sicurezza il passaggio è scaduto: ricomincia dall’inizio.',
    },
    notSignedIn: {
      title: 'Serve un nuovo accesso',
      text: 'La scuola chiede di confermare la password. Premi «Accesso necessario» in alto e riprova.',
    },
    forbidden: {
      title: 'Non consentito',
      text: 'Questo account non può fare questa operazione.',
    },
    tooManyAttempts: {
      title: 'Troppi tentativi',
      text: 'Per sicurezza i tentativi sono rallentati.',
    },
    tooLarge: {
      title: 'Troppo grande',
      text: 'La scuola non accetta un file così grande.',
    },
    serverUnreachable: {
      title: 'La scuola non è raggiungibile',
      text: 'Controlla la rete e riprova. Quello che è già su questo computer resta.',
    },
    noLocalData: {
      title: 'Per il primo accesso serve la rete',
      text: 'Su questo computer non ci sono ancora i tuoi dati. Quando la rete torna, entra una volta: poi funzionerà anche senza.',
    },
    outdatedClient: {
      title: 'Serve l’aggiornamento',
      text: 'Questa versione del programma è troppo vecchia per il server della scuola. Chiedi alla segreteria l’aggiornamento.',
    },
    accountBlocked: {
      title: 'Account bloccato',
      text: 'La scuola ha bloccato questo account. Rivolgiti alla segreteria.',
    },
    passwordOff: {
      title: 'Qui la password non si usa',
      text: 'La scuola fa entrare questo account solo con l’identità digitale (SPID o CIE): nella pagina di accesso usa il pulsante «Entra con…».',
    },
    noAccess: {
      title: 'La scuola non dà accesso con questo account',
      text: 'Il riconoscimento è riuscito, ma la scuola non dà ancora, o non dà più, l’accesso. Rivolgiti alla segreteria.',
    },
    providerOff: {
      title: 'Qui non si entra con l’identità digitale',
      text: 'La scuola non ha (o non ha più) questo modo di entrare. Usa nome utente e password.',
    },
    wrongBrowserCode: {
      title: 'Codice non corretto',
      text: 'Copia il codice di otto lettere e cifre come lo mostra il browser. Se l’hai già usato, riapri la pagina nel browser: ne mostra un altro.',
    },
    otherAccount: {
      title: 'Nel browser hai scelto un altro account',
      text: 'Ricomincia e scegli l’account da cui sei partito. Per entrare con l’altro, comincia da quello.',
    },
    storage: {
      title: 'I dati di questo computer non si aprono',
      text: 'Forse il disco è pieno o il file è danneggiato. Libera spazio e riprova; se continua, avvisa la segreteria.',
    },
    internal: {
      title: 'Qualcosa non ha funzionato',
      text: 'Riprova. Se continua, avvisa la segreteria.',
    },
  },
  /** The titles of a refused password or PIN. */
  refused: {
    tooShort: 'È troppo corta',
    tooCommon: 'È fra le più usate',
    tooEasy: 'È facile da indovinare',
    personal: 'Contiene nomi che altri conoscono',
    sameAsBefore: 'È la password di prima',
  },
  reason: {
    tooShort: 'Servono almeno 10 caratteri.',
    tooCommon: 'È una delle password più usate: la si indovina in pochi secondi.',
    tooEasy: 'È facile da indovinare. Prova con tre o quattro parole che non stanno insieme.',
    personal: 'Contiene il tuo nome, il nome utente o quello della scuola.',
    sameAsBefore: 'È la password di prima: scegline una diversa.',
    addressInvalid: 'L’indirizzo non è valido. Controlla di averlo scritto per intero.',
    addressPending:
      'Questo indirizzo non è ancora stato confermato nell’altro account. Apri prima il link arrivato per posta, poi riprova.',
    otherGuardian:
      'Questo indirizzo è già dell’altro genitore dello stesso figlio. I due genitori devono avere ciascuno il proprio: usa un indirizzo diverso.',
    alreadyMerged: 'Questo account fa già parte del portfolio.',
    onlyAccount: 'È l’unico account del portfolio: non c’è da che cosa separarlo.',
    tooSoon: 'È troppo presto per chiederlo di nuovo. Aspetta qualche minuto.',
    staffAndFamily:
      'Un account di lavoro e uno di famiglia non si uniscono, e un indirizzo apre uno solo dei due. Per usarlo qui, entra con l’altro account, apri Profilo e in «Indirizzo mail» premi «Rimuovi l’indirizzo»; poi riprova. Oppure usa un altro indirizzo.',
    emailConfirmed: 'C’è già un indirizzo confermato: rimuovilo prima di collegarne un altro.',
    studentAccount: 'L’account di uno studente o di una studentessa resta da solo: non si unisce ad altri.',
    secondFactorOn:
      'Su questo account è attiva la verifica in due passaggi: disattivala prima di unirlo al portfolio.',
    otherPerson:
      'Questo indirizzo è di un’altra persona che lavora nella scuola: ognuno ha il proprio accesso. Usa un altro indirizzo.',
    portfolioCode:
      'Il portfolio ha la verifica in due passaggi: inserisci anche il codice che l’app mostra ora.',
    signInAgain:
      'Per questa operazione serve la password del registro: esci, entra con nome utente e password e riprova.',
    changed: 'I dati sono cambiati mentre li guardavi: controlla quelli che vedi ora e conferma di nuovo.',
    tooManyMails: 'Per oggi sono già stati inviati cinque messaggi: di più in un giorno non se ne inviano.',
    localPasswordOff: 'In questa scuola si entra con un altro sistema: qui la password non si usa.',
    ofThisComputer: 'Controlla le maiuscole e riprova. Se non la ricordi, puoi sceglierne una nuova.',
    noProvider:
      'Il server della scuola non ha un fornitore di identità: la password è l’unico modo di entrare.',
    notBlocked: 'Questo account non è (più) bloccato: accedi, e le registrazioni vengono inviate da sole.',
    otherAccount:
      'Nel browser hai scelto un altro account. Riapri la pagina nel browser e scegli quello di cui consegni le registrazioni.',
    consentNotTaken:
      'Forse l’account è stato riaperto: prova ad accedere. Se la password è cambiata su un altro computer, inserisci quella di adesso e, sotto, quella di quando hai scritto le registrazioni.',
    officeFull:
      'La segreteria ha già molte registrazioni da esaminare. Le tue restano qui: riprova quando le ha viste.',
    entriesNotKept:
      'Il server non può conservare queste registrazioni: sono troppo grandi o contengono testo rovinato. Restano qui: falle vedere alla segreteria su questo computer.',
    printerBusy:
      'La scuola sta già stampando altre lettere: queste non sono state preparate. Aspetta un momento e premi di nuovo il pulsante.',
    importWaiting:
      'Un’importazione di questa scuola è in corso e un’altra aspetta: questo file non è stato preso. Aspetta che finiscano, o annullale, e invialo di nuovo.',
    importsFull:
      'Altre scuole stanno importando e per questo file non c’è posto: non è stato preso. Invialo di nuovo fra poco.',
    rosterMoved:
      'Qualcun altro sta modificando i dati della scuola: non è stato scritto nulla. Aspetta un momento e invia di nuovo il file.',
    schoolDetailsMissing:
      'Mancano il nome della scuola o un recapito della segreteria: scrivili in «Scuola oggi», con «Modifica», e riprova.',
    noOfficePassword:
      'Nessuno di questi account ha una password della segreteria da consegnare: se serve, crea prima «Nuova password».',
    noMails:
      'Nessun messaggio da stampare: quelli in coda sono già stati stampati, o i loro link non valgono più.',
    canMail: 'La scuola ha un server di posta: i messaggi vengono inviati da soli e non si stampano.',
    unknown: 'Qui non c’è più niente da fare: ricarica e guarda com’è adesso.',
    settled: 'Questo messaggio non aspetta più: ricarica e guarda com’è adesso.',
    tooLate:
      'È passato troppo tempo: il link di questo messaggio non vale più. Se serve, inviane uno nuovo da «Account».',
    cancelled: 'L’importazione è stata annullata: non è stato scritto nulla.',
    rosterRefused: 'Questo file non si può importare così com’è: correggilo e invialo di nuovo.',
    alreadyWritten: 'C’è già, con le stesse date: aprilo dall’elenco e correggilo lì.',
    daysReversed:
      'Le date non vanno: l’ultimo giorno viene prima del primo, o l’anno della classe è già finito.',
    moreThanHeld: 'Le ore di assenza sono più di quelle svolte: controlla i due numeri.',
    notOfClass: 'In quei giorni l’alunno non risulta in quella classe: controlla classe e date.',
    notGuardian: 'Nell’anagrafica questa persona non risulta genitore o tutore dell’alunno.',
    ownTask: 'Su un proprio incarico decide un’altra persona della segreteria, o il dirigente.',
    noLastDay: 'Una delega del dirigente ha sempre un ultimo giorno: scrivilo.',
    leftBefore: 'In quei giorni questa persona non è più a scuola.',
    dayOver:
      'Quel giorno è passato, e l’ora non si può più firmare o togliere: una supplenza già fatta la firma chi l’ha fatta.',
    noLessons: 'In quel giorno non c’è lezione.',
    standsInElsewhere:
      'In quell’ora sostituisce già in un’altra classe: scegli un’altra persona, o togli prima l’altra supplenza.',
    signedBySubstitute: 'Chi sostituisce ha già firmato l’ora: la firma la ritira chi l’ha messa.',
    noOpenYear:
      'Nessun anno scolastico è in corso: come si segnano le assenze si sceglie per un anno aperto.',
    yearClosed:
      'L’anno scolastico di cui si tratta è chiuso: si può solo leggere. Se serve, lo riapre chi dirige la scuola, in «Accessi», «Anni».',
    yearUnderWay: 'Le lezioni di quest’anno non sono finite: si chiude dal giorno dopo l’ultima lezione.',
    groupInUse: 'Nel gruppo ci sono alunni: prima spostali in un altro gruppo.',
    alreadySettled: 'Su queste registrazioni qualcun altro in segreteria ha già deciso: l’elenco dice come.',
    ofTheEntries:
      'Serve la password che apriva il registro qui quando hai scritto le registrazioni. Controlla le maiuscole e riprova.',
  },
} as const satisfies FailureTexts;
