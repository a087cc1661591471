import type { Operation } from '../../../../domain/protocol/endpoints/office/operations.ts';

/** How the register of operations names what was done to an account: a line for each operation, which the compiler asks for. */
export const OPERATION_WORDS = {
  issued: { it: 'Account creato', en: 'Account created' },
  reissued: { it: 'Nuova password della segreteria', en: 'New office password' },
  letterPrinted: { it: 'Lettera stampata', en: 'Letter printed' },
  mailBounced: { it: 'E-mail tornata indietro', en: 'E-mail came back' },
  mailQueued: { it: 'E-mail messa in coda', en: 'E-mail queued' },
  activated: { it: 'Account attivato', en: 'Account activated' },
  signedIn: { it: 'Accesso', en: 'Sign-in' },
  switched: { it: 'Passaggio da un altro account', en: 'Switched from another account' },
  handedOver: { it: 'Registrazioni consegnate alla segreteria', en: 'Entries handed to the office' },
  handOverTaken: { it: 'Registrazioni accolte nel registro', en: 'Entries taken into the register' },
  handOverLeft: { it: 'Registrazioni non accolte', en: 'Entries left out' },
  missingSetAside: { it: 'Registrazione mancante segnata come vista', en: 'Missing entry marked as seen' },
  signInFailed: { it: 'Accesso non riuscito', en: 'Failed sign-in' },
  contactsChanged: { it: 'Recapiti cambiati', en: 'Contacts changed' },
  rulesChanged: { it: 'Regole cambiate', en: 'Rules changed' },
  passwordChanged: { it: 'Password cambiata', en: 'Password changed' },
  emailLinked: { it: 'Indirizzo collegato', en: 'Address linked' },
  emailConfirmationResent: {
    it: 'Conferma dell’indirizzo inviata di nuovo',
    en: 'Confirmation of the address sent again',
  },
  emailConfirmed: { it: 'Indirizzo confermato', en: 'Address confirmed' },
  emailRemoved: { it: 'Indirizzo rimosso', en: 'Address removed' },
  merged: { it: 'Unito al portfolio', en: 'Joined to the portfolio' },
  separated: { it: 'Separato dal portfolio', en: 'Separated from the portfolio' },
  blocked: { it: 'Bloccato', en: 'Blocked' },
  unblocked: { it: 'Sbloccato', en: 'Unblocked' },
  addressConfirmed: {
    it: 'Indirizzo incerto dell’anagrafica confermato',
    en: 'Uncertain address of the record confirmed',
  },
  secondFactorShown: { it: 'Verificato il secondo passaggio', en: 'Second step verified' },
  sessionEnded: { it: 'Dispositivo disconnesso', en: 'Device signed out' },
  secondFactorEnabled: { it: 'Verifica in due passaggi attivata', en: 'Two-step verification switched on' },
  secondFactorReplaced: {
    it: 'Verifica in due passaggi passata a un altro telefono',
    en: 'Two-step verification moved to another telephone',
  },
  recoveryCodesRenewed: { it: 'Codici di recupero rinnovati', en: 'New recovery codes made' },
  secondFactorDisabled: {
    it: 'Verifica in due passaggi disattivata',
    en: 'Two-step verification switched off',
  },
  recoveryAsked: { it: 'Recupero della password chiesto', en: 'Password recovery asked' },
  passwordReset: { it: 'Password recuperata', en: 'Password recovered' },
  pictureChanged: { it: 'Foto cambiata', en: 'Picture changed' },
  leaversBlocked: { it: 'Bloccati gli account di chi non è più a scuola', en: 'Leavers blocked' },
  reminderSent: { it: 'Promemoria inviato', en: 'Reminder sent' },
  joinedBy: { it: 'Un altro account si è unito al portfolio', en: 'Another account joined the portfolio' },
  recordChanged: {
    it: 'Codice fiscale o e-mail cambiati nell’anagrafica',
    en: 'Fiscal code or e-mail changed on record',
  },
  recordConfirmed: { it: 'Codice fiscale o e-mail confermati', en: 'Fiscal code or e-mail confirmed' },
  recordRefused: {
    it: 'Codice fiscale o e-mail rifiutati: restano i precedenti',
    en: 'Fiscal code or e-mail refused: those of before stay',
  },
  paperWritten: { it: 'Scritto in «Chi è chi»', en: 'Written in “Who is who”' },
  paperEnded: { it: 'Concluso in «Chi è chi»', en: 'Ended in “Who is who”' },
  paperCorrected: { it: 'Corretto in «Chi è chi»', en: 'Corrected in “Who is who”' },
  paperCancelled: { it: 'Annullato in «Chi è chi»', en: 'Cancelled in “Who is who”' },
  substitutionAssigned: { it: 'Supplenza assegnata', en: 'Substitution assigned' },
  substitutionCancelled: { it: 'Supplenza tolta', en: 'Substitution taken back' },
  yearClosed: { it: 'Anno scolastico chiuso', en: 'School year closed' },
  periodFrozen: { it: 'Periodo chiuso per lo scrutinio', en: 'Term closed for its meeting' },
  periodUnfrozen: { it: 'Periodo riaperto', en: 'Term opened again' },
  gradesHeldBack: { it: 'Voti non ancora mostrati alle famiglie', en: 'Grades held back from families' },
  gradesShown: { it: 'Voti di nuovo mostrati alle famiglie', en: 'Grades shown to families again' },
  subjectSaid: { it: 'Detto che cos’è una materia', en: 'Said what a subject is' },
  yearReopened: { it: 'Anno scolastico riaperto', en: 'School year opened again' },
  actRefused: { it: 'Operazione della segreteria rifiutata', en: 'Act of the office refused' },
} as const satisfies Readonly<Record<Operation, { readonly it: string; readonly en: string }>>;

/** Those of one language. The cast: the names stay, and each has a word. */
export function operationNames(language: 'it' | 'en'): Readonly<Record<Operation, string>> {
  const words = Object.entries(OPERATION_WORDS).map(([name, word]) => [name, word[language]]);
  return Object.fromEntries(words) as Record<Operation, string>;
}
