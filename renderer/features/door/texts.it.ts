import { provider } from './provider/texts.it.ts';
/** Sign-in, its steps, recovery of a password, unlocking, accounts of the device. */
export const it = {
  door: {
    wordsForAccounts: 'cambia account computer',
    title: 'Accesso al registro',
    intro: 'Entra con le credenziali ricevute dalla segreteria.',
    tagline: 'Il registro di classe che funziona anche senza rete.',
    username: 'Nome utente o e-mail',
    usernameHint: 'Per esempio {{staff}} oppure {{family}}',
    usernameIsPass:
      'Questo è lo School pass: qui serve il nome utente. Lo School pass si usa in «Password dimenticata?».',
    usernameMissing: 'Inserisci il nome utente o l’e-mail.',
    usernameSlip:
      'Controlla il nome utente: forse c’è una cifra o una lettera diversa dalla lettera ricevuta.',
    signIn: 'Entra',
    unlock: 'Sblocca',
    school: 'Scuola',
    changeSchool: 'Cambia scuola',
    forgotten: 'Password dimenticata?',
    noCredentials: 'Non hai le credenziali?',
    noCredentialsText: 'Le consegna la segreteria, anche se le hai smarrite.',
    accounts: 'Account su questo computer',
    accountsHint: 'Si aprono con la password anche senza rete.',
    otherAccount: 'Entra con un altro account',
    lastUsed: 'Ultimo accesso {{when}}',
    childOf: 'Per {{child}}',
    unsent_one: '{{count}} registrazione da inviare',
    unsent_other: '{{count}} registrazioni da inviare',
    accountMenu: 'Altro per {{name}}',
    remove: 'Rimuovi da questo computer',
    removeTitle: 'Rimuovere l’account?',
    removeText:
      'I dati di questo account vengono cancellati da questo computer. L’account e quello che è già arrivato alla scuola restano.',
    removeOpen: 'È l’account aperto adesso: rimuovendolo si esce dal registro.',
    removeUnsent_one:
      'Attenzione: {{count}} registrazione non è ancora arrivata alla scuola e andrebbe persa.',
    removeUnsent_other:
      'Attenzione: {{count}} registrazioni non sono ancora arrivate alla scuola e andrebbero perse.',
    removeUnsure: 'Ho capito: le registrazioni non inviate andranno perse',
    removeConfirm: 'Rimuovi',
    removeConfirmUnsent: 'Rimuovi e perdi le registrazioni',
    removeGrown_one:
      'Nel frattempo le registrazioni non arrivate sono diventate {{count}}. Non è stato rimosso nulla: guarda il numero e conferma di nuovo.',
    removeGrown_other:
      'Nel frattempo le registrazioni non arrivate sono diventate {{count}}. Non è stato rimosso nulla: guarda il numero e conferma di nuovo.',
    removeFailed: 'L’account non è stato rimosso.',
    backToAccounts: 'Torna agli account',
    backToSignIn: 'Torna all’accesso',
    unlockTitle: 'Buon lavoro, {{name}}',
    unlockTitleFamily: 'Buongiorno, {{name}}',
    unlockFor: 'Inserisci la password per aprire il registro.',
    locked: {
      title: 'Registro bloccato',
      start: 'Inserisci la password per riaprire il registro. Funziona anche senza rete.',
      idle: 'Il registro si è bloccato perché il computer non veniva usato.',
      user: 'Hai bloccato il registro.',
      suspended: 'Il registro si è bloccato perché il computer è stato sospeso.',
      blocked: 'La scuola ha bloccato questo account.',
    },
    pin: {
      label: 'PIN di questo computer',
      hint: 'Sblocca con il PIN di questo computer.',
      usePassword: 'Usa la password',
      usePin: 'Usa il PIN',
      missing: 'Inserisci il PIN.',
      wrong: 'PIN non corretto',
      wrongText: 'Dopo pochi errori servirà la password.',
      erase: 'Cancella l’ultima cifra',
    },
    blockedChip: 'Bloccato',
    blocked: {
      title: 'Account bloccato',
      text: 'La segreteria ha bloccato questo account: da qui non si apre più. Se pensi a un errore, chiama la segreteria.',
      unsent_one: 'Su questo computer c’è {{count}} registrazione che non è arrivata alla scuola.',
      unsent_other: 'Su questo computer ci sono {{count}} registrazioni che non sono arrivate alla scuola.',
      handOver:
        'Puoi consegnarle alla segreteria, che le esamina una per una. La password vale come consenso.',
      setAside_one:
        '{{count}} di queste si apre solo con una password che questo computer aveva prima: consegnala inserendo quella.',
      setAside_other:
        '{{count}} di queste si aprono solo con una password che questo computer aveva prima: consegnale inserendo quella.',
      setAsideToo_one:
        '{{count}} di queste si apre solo con la password di quando l’hai scritta: inserisci anche quella.',
      setAsideToo_other:
        '{{count}} di queste si aprono solo con la password di quando le hai scritte: inserisci anche quella.',
      opens: 'Password di quando hai scritto le registrazioni',
      noneByThis: 'Con questa password non c’è altro da consegnare.',
      reopened: 'La segreteria l’ha riaperto: accedi',
      action: 'Consegna alla segreteria',
      done_one: '{{count}} registrazione consegnata alla segreteria.',
      done_other: '{{count}} registrazioni consegnate alla segreteria.',
      nothing: 'Su questo computer non ci sono registrazioni da consegnare.',
    },
    again: {
      title: 'Accedi di nuovo',
      text: 'La scuola chiede di confermare la password per inviare e ricevere dati. Intanto puoi continuare a lavorare.',
      action: 'Conferma',
    },
    step: {
      codeTitle: 'Verifica in due passaggi',
      codeText: 'Apri l’app di verifica e inserisci il codice di 6 cifre per {{username}}.',
      useRecoveryCode: 'Usa un codice di recupero',
      useApp: 'Usa il codice dell’app',
      recoveryText: 'Inserisci uno dei codici di recupero che hai conservato. Ognuno vale una volta sola.',
      confirm: 'Conferma',
      enrolTitle: 'Attiva la verifica in due passaggi',
      enrolText: 'La scuola la richiede per il tuo ruolo: oltre alla password serve un codice del telefono.',
      newPasswordTitle: 'Scegli la tua password',
      newPasswordText:
        'La password della segreteria vale solo per il primo accesso. Da ora vale quella che scegli qui, che nessun altro conosce.',
      save: 'Salva ed entra',
      cancel: 'Annulla l’accesso',
    },
    recovery: {
      title: 'Password dimenticata',
      byEmail: 'Con l’e-mail',
      byName: 'Con il nome utente',
      byEmailText:
        'Se hai collegato un indirizzo e-mail al tuo profilo, inseriscilo: riceverai un link per scegliere una nuova password.',
      byNameText:
        'Inserisci il nome utente o lo School pass. Sceglierai a quale indirizzo, tra quelli che la scuola ha per te, inviare il link.',
      address: 'Indirizzo e-mail',
      addressMissing: 'Inserisci l’indirizzo e-mail.',
      name: 'Nome utente o School pass',
      nameMissing: 'Inserisci il nome utente o lo School pass.',
      send: 'Invia il link',
      next: 'Continua',
      choose: 'A quale indirizzo?',
      chooseText:
        'Per sicurezza gli indirizzi sono coperti. Se non ne riconosci nessuno, rivolgiti alla segreteria.',
      alike: '{{address}} ({{position}} di {{total}})',
      alikeText:
        'Gli indirizzi con un numero sono diversi, anche se coperti sembrano uguali: se il link non arriva al primo, prova con il successivo.',
      onlyRecorded:
        'Qui ci sono solo gli indirizzi che la scuola ha in archivio. Quello collegato al profilo si usa da «Con l’e-mail».',
      late: 'È passato un po’ di tempo: per sicurezza scegli di nuovo l’indirizzo.',
      none: 'Nessun indirizzo per questo nome',
      noneText:
        'La scuola non ha un indirizzo a cui inviare il link. Chiedi nuove credenziali alla segreteria:',
      sentTitle: 'Controlla la posta',
      sentEmail:
        'Se l’indirizzo è collegato a un account, il link arriva entro pochi minuti. Vale tre giorni e si usa una volta. Guarda anche nella posta indesiderata. In un giorno si inviano al massimo cinque messaggi.',
      sentName:
        'Il link dovrebbe arrivare all’indirizzo scelto entro pochi minuti. Vale tre giorni e si usa una volta. Se non arriva, guarda nella posta indesiderata e controlla il nome inserito: {{name}}. In un giorno si inviano al massimo cinque messaggi.',
      again: 'Chiedine un altro',
      offline: 'Per recuperare la password serve la rete',
      offlineText:
        'Il link viene inviato dal server della scuola. Riprova quando la rete torna, oppure chiama la segreteria. Gli account già aperti su questo computer continuano a funzionare con la loro password.',
    },
  },
  provider,
} as const;
