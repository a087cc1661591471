import { operationNames } from './operation-words.ts';
import type { OperationTexts } from './operation-texts.ts';

/** What a message is about. */
const MESSAGES = {
  confirmEmail: 'conferma dell’indirizzo e-mail',
  resetPassword: 'link per una nuova password',
  activate: 'link di attivazione',
  reminder: 'promemoria per chi non ha ancora attivato l’account',
  passwordChanged: 'avviso di password cambiata',
  emailChanged: 'avviso di indirizzo e-mail cambiato',
  signedInElsewhere: 'avviso di accesso da un altro dispositivo',
  recoveryAsked: 'avviso di recupero della password',
  recordChanged: 'avviso di dati cambiati nell’anagrafica',
} as const;

/** Details of the operations in the register, by the names under which the server keeps them. */
export const OPERATION_DETAILS = {
  key: {
    device: 'dispositivo',
    by: 'riconosciuto con',
    provider: 'fornitore di identità',
    fields: 'cambiati',
    entries: 'registrazioni',
    accounts: 'account',
    kind: 'messaggio',
    message: 'messaggio',
    factor: 'verificato con',
    secondFactorRoles: 'verifica in due passaggi per',
    studentAccess: 'account degli studenti',
    studentLevelsOff: 'studenti senza account',
    localPasswordOff: 'solo con l’identità digitale',
    signingWindow: 'si firma',
    beforeHour: 'prima dell’inizio',
    attendanceRules: 'presenze',
    paper: 'che cosa',
    role: 'incarico',
    recordKind: 'che cosa',
    attempted: 'operazione non avvenuta',
    why: 'perché',
    class: 'classe',
    day: 'giorno',
    hour: 'ora',
    year: 'anno scolastico',
    before: 'prima',
    after: 'nuovo',
  },
  /** Of what is so: the words alone. */
  flag: {
    strong: 'con più di una password',
    firstTime: 'per la prima volta',
    removed: 'tolta',
    separated: 'separato dal portfolio',
    again: 'di nuovo',
    pending: 'prima della conferma',
  },
  /** Of each detail whose values are names of the program. */
  value: {
    by: {
      password: 'password',
      officePassword: 'password della segreteria',
      secondFactor: 'codice di verifica',
      provider: 'fornitore di identità',
      confirmedAddress: 'indirizzo confermato',
      recordAddress: 'indirizzo dell’anagrafica',
    },
    fields: {
      fiscalCode: 'codice fiscale',
      emails: 'e-mail',
    },
    kind: MESSAGES,
    message: MESSAGES,
    factor: {
      code: 'codice di verifica',
      recoveryCode: 'codice di recupero',
    },
    secondFactorRoles: {
      teacher: 'docenti',
      office: 'segreteria',
      principal: 'dirigente scolastico',
      ata: 'personale ATA',
    },
    studentAccess: {
      off: 'no',
      secondaryOnly: 'nelle secondarie',
    },
    studentLevelsOff: {
      lowerSecondary: 'secondaria di I grado',
      upperSecondary: 'secondaria di II grado',
    },
    localPasswordOff: {
      staff: 'personale',
      firstGuardian: 'genitore o tutore 1',
      secondGuardian: 'genitore o tutore 2',
      student: 'studenti',
    },
    signingWindow: {
      free: 'anche nei giorni dopo',
      sameDay: 'entro lo stesso giorno',
      duringHour: 'solo durante la lezione',
    },
    beforeHour: {
      closed: 'si prepara soltanto',
      sameDay: 'si può firmare nello stesso giorno',
    },
    attendanceRules: {
      mode: 'assenze per giorno o per ora',
      shortLateMinutes: 'ritardo breve',
      shortLatesPerPeriod: 'quanti ritardi brevi',
      entriesPerDay: 'entrate in un giorno',
      exitsPerDay: 'uscite in un giorno',
      daysBack: 'giorni indietro',
      absenceRounding: 'arrotondamento',
      assistedStudyCounts: 'studio con docente',
      justification: 'giustificazioni e permessi',
    },
    paper: {
      appointment: 'incarico',
      group: 'gruppo',
      groupMembership: 'componente di un gruppo',
      religionChoice: 'ora di religione',
      derogation: 'deroga',
      hoursElsewhere: 'ore da altrove',
      guardianship: 'diritti di un genitore o tutore',
      delegate: 'delega al ritiro',
      standingAuthorisation: 'autorizzazione permanente',
    },
    role: {
      coordinator: 'coordinatore di classe',
      secretary: 'segretario del consiglio',
      staff: 'collaboratore del dirigente',
      specialNeeds: 'referente BES',
      studentOffice: 'segreteria didattica',
      personnelOffice: 'segreteria del personale',
      administrativeDirector: 'DSGA',
      administrator: 'amministratore di sistema',
      classRepresentative: 'rappresentante di classe',
      principal: 'delega del dirigente',
    },
    attempted: { ...operationNames('it'), rosterImport: 'importazione di un elenco' },
    why: {
      right: 'l’account non è della segreteria',
      own: 'sul proprio account',
      byAuthor: 'su un cambio scritto da chi lo decide',
    },
  },
  /** An empty list. */
  none: 'nessuno',
} as const satisfies OperationTexts;
