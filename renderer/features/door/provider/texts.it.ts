/** Signing in by a provider of digital identities, and the password of this computer that goes with it. */
export const provider = {
  or: 'oppure',
  button: 'Entra con {{name}}',
  title: 'Entra con {{name}}',
  identity: 'Nella pagina che si è aperta nel browser entra con la tua identità digitale.',
  choice: 'Scegli con quale account del registro vuoi entrare.',
  copy: 'Inserisci qui il codice che il browser mostra alla fine.',
  code: 'Codice mostrato dal browser',
  codeMissing: 'Inserisci le otto lettere e cifre del codice.',
  hint: 'Vale dieci minuti e una volta sola. Non dirlo a nessuno: chi te lo chiede vuole entrare al posto tuo.',
  enter: 'Entra',
  reopen: 'Riapri la pagina nel browser',
  restart: 'Ricomincia',
  cancel: 'Annulla',
  notOpened: 'Il browser non si è aperto',
  notOpenedText: 'Premi «Riapri la pagina nel browser». Se non succede niente, avvisa la segreteria.',
  trouble: 'Il browser dice che non c’è un account per te o che l’identità non risponde?',
  troubleText: 'Chiama la segreteria: {{phone}}. Se hai una password del registro puoi usare quella.',
  forgotten: {
    there: 'Non ricordi la password di questo computer? Entra con {{name}} e scegline una nuova.',
    none: 'Non ricordi la password di questo computer? Adesso la scuola fa entrare solo con la password del registro: usa quella e scegline una nuova per questo computer.',
    offline:
      'Non ricordi la password di questo computer? Quando la scuola è di nuovo raggiungibile puoi entrare e sceglierne una nuova.',
    withPassword: 'Entra con la password del registro',
  },
  again: {
    asking: 'Per inviare e ricevere dati serve un nuovo accesso. Intanto puoi continuare a lavorare.',
    there:
      'Per inviare e ricevere dati serve un nuovo accesso con {{name}} o con la password del registro, se ne hai una. Intanto puoi continuare a lavorare.',
    none: 'Per inviare e ricevere dati serve un nuovo accesso con la password del registro: adesso la scuola fa entrare solo con quella. Intanto puoi continuare a lavorare.',
    offline:
      'Per inviare e ricevere dati serve un nuovo accesso. Adesso la scuola non è raggiungibile: riprova quando la rete torna. Intanto puoi continuare a lavorare.',
  },
  local: {
    knownTitle: 'La password di questo computer',
    knownText:
      'L’identità è confermata. I dati di {{username}} su questo computer si aprono con la loro password: inseriscila.',
    forgotten: 'Non la ricordo: ne scelgo una nuova',
    remembered: 'La ricordo: la inserisco',
    enter: 'Entra',
    newTitle: 'Password per questo computer',
    newText:
      'L’identità è confermata. Scegli la password che apre il registro qui, anche senza rete. Vale solo su questo computer e non è quella del registro.',
    againText:
      'La password nuova apre il registro qui, anche senza rete; vale solo su questo computer. I dati saranno scaricati di nuovo.',
    unsentMoves_one: 'La registrazione non ancora inviata viene con te.',
    unsentMoves_other: 'Le {{count}} registrazioni non ancora inviate vengono con te.',
    setAside_one:
      '{{count}} registrazione resta qui come prima: la apre solo una vecchia password, scritta in «Gestione account».',
    setAside_other:
      '{{count}} registrazioni restano qui come prima: le apre solo una vecchia password, scritta in «Gestione account».',
    unsentStays_one: '{{count}} registrazione non inviata resta chiusa',
    unsentStays_other: '{{count}} registrazioni non inviate restano chiuse',
    unsentStaysText:
      'Solo la vecchia password le apre. Restano su questo computer, ma non arrivano alla scuola finché non inserisci la vecchia password in «Gestione account».',
    understood: 'Ho capito: partiranno solo con la vecchia password',
    save: 'Salva ed entra',
  },
  reopened: {
    there:
      'Se la segreteria ha riaperto l’account, entra con {{name}}: le registrazioni che aspettano vengono inviate da sole.',
    none: 'Se la segreteria ha riaperto l’account, entra con la password del registro: le registrazioni che aspettano vengono inviate da sole.',
    offline:
      'Adesso la scuola non è raggiungibile. Quando la rete torna puoi entrare, se la segreteria ha riaperto l’account.',
  },
  handOver: {
    there:
      'Puoi consegnarle alla segreteria, che le esamina una per una. Il consenso lo dai nel browser, con la tua identità digitale.',
    begin: 'Consegna con {{name}}',
    choice: 'Scegli l’account bloccato di cui consegni le registrazioni.',
    copy: 'Inserisci qui il codice che il browser mostra alla fine, e la password che apre le registrazioni.',
    password: 'Password di questo computer',
    offline:
      'Per consegnarle serve la rete: adesso la scuola non è raggiungibile. Le registrazioni restano qui, al sicuro.',
    none: 'La scuola non ha più l’identità digitale, e la password di questo computer non basta per consegnarle. Le registrazioni restano qui: se la segreteria riapre l’account, entra con la password del registro e vengono inviate.',
  },
  setAside: {
    count_one: '{{count}} registrazione si apre solo con una vecchia password',
    count_other: '{{count}} registrazioni si aprono solo con una vecchia password',
    action: 'Recupera',
    where:
      'Non vengono inviate da sole. Apri «Gestione account», premi «Recupera» e inserisci la password di prima.',
    title: 'Recupera le registrazioni',
    text: 'Inserisci la password che questo computer aveva prima: le registrazioni tornano nel registro e vengono inviate alla prossima apertura.',
    done: 'Le registrazioni sono recuperate. Vengono inviate quando blocchi e riapri il registro.',
  },
} as const;
