import { OPERATION_DETAILS } from './operation-details.it.ts';
import { operationNames } from './operation-words.ts';

/** The register of operations. */
export const events = {
  lead: 'Ogni operazione della segreteria e su un account: chi, quando, su che cosa. Non si cambia e non si cancella.',
  ofAccount: 'Operazioni su {{username}}',
  ofSchool: 'Operazioni della scuola',
  table: 'Registro delle operazioni',
  none: 'Nessuna operazione.',
  number: 'N.',
  at: 'Quando',
  username: 'Su che cosa',
  object: {
    year: 'Anno scolastico {{year}}',
    rules: 'Regole della scuola',
    subject: 'Materie',
    contacts: 'Recapiti della scuola',
    register: 'Registro della scuola',
    leavers: 'Account di chi non è più a scuola',
    paper: 'Documento di «Chi è chi»',
    substitution: 'Ora di supplenza',
    termGrades: 'Voti di un periodo',
  },
  act: 'Operazione',
  by: 'Da',
  details: 'Dettagli',
  itself: 'titolare',
  more: 'Mostra le precedenti',
  showAll: 'Mostra tutta la scuola',
  search: 'Cerca per nome o nome utente',
  operator: 'Gestore del server',
  name: operationNames('it'),
  detail: OPERATION_DETAILS,
} as const;
