import { MATCHING_REASONS, MATCHING_WARNINGS } from './matching-reasons.ts';
import type { ReportLanguage, Texts } from './report-language.ts';
import { WHO_WARNINGS } from './who-reasons.ts';

/** Why a row (or a part of it) was not taken; `{…}` is replaced by the value in question. */
export const REASONS = {
  missingSurname: { it: 'manca il cognome', en: 'the surname is missing' },
  missingGivenName: { it: 'manca il nome', en: 'the given name is missing' },
  missingClass: { it: 'manca la classe', en: 'the class is missing' },
  missingSubject: { it: 'manca la materia', en: 'the subject is missing' },
  missingTeacher: { it: 'manca il docente', en: 'the teacher is missing' },
  missingBirthDate: {
    it: 'senza data di nascita né codice fiscale l’alunno non si può riconoscere',
    en: 'with neither birth date nor fiscal code the pupil cannot be recognised',
  },
  missingIdentifier: { it: 'manca l’identificativo {value}', en: 'the identifier {value} is missing' },
  badDate: { it: '"{value}" non è una data', en: '"{value}" is not a date' },
  implausibleBirthDate: {
    it: 'la data di nascita {value} non è plausibile',
    en: 'the birth date {value} is not plausible',
  },
  otherYear: {
    it: 'la riga è di un altro anno scolastico ({value})',
    en: 'the row is of another school year ({value})',
  },
  badClass: { it: '"{value}" non è il nome di una classe', en: '"{value}" is not the name of a class' },
  unknownLevel: {
    it: 'di quale ordine di scuola è la classe {value}? Non si può ricavare: indicarlo con --level',
    en: 'which school level is class {value}? It cannot be inferred: give it with --level',
  },
  ambiguousClass: {
    it: 'più classi si chiamano {value}: indicare l’ordine di scuola con --level',
    en: 'several classes are named {value}: give the school level with --level',
  },
  nameNotDivided: {
    it: 'dove finisce il cognome in "{value}"? Servono due colonne, Cognome e Nome (oppure "Cognome, Nome", o il codice fiscale)',
    en: 'where does the surname end in "{value}"? Two columns are wanted, Cognome and Nome (or "Surname, Name", or the fiscal code)',
  },
  unclosedQuote: {
    it: 'le virgolette si aprono e non si chiudono: correggere la riga e importare di nuovo il file',
    en: 'a quotation mark is opened and never closed: correct the row and import the file again',
  },
  tooManyCells: {
    it: 'le celle sono più delle colonne ({value}): forse una virgola senza virgolette in un indirizzo. Correggere la riga e importare di nuovo il file',
    en: 'there are more cells than columns ({value}): perhaps a comma without quotes in an address. Correct the row and import the file again',
  },
  tooFewCells: {
    it: 'le celle sono meno delle colonne ({value}) e non si sa quale manca: correggere la riga e importare di nuovo il file',
    en: 'there are fewer cells than columns ({value}), and which one is missing nobody knows: correct the row and import the file again',
  },
  notAName: {
    it: '"{value}" non è un nome: forse le celle di questa riga sono spostate',
    en: '"{value}" is no name: perhaps the cells of this row have moved',
  },
  placeholderName: {
    it: '"{value}" sta al posto di un nome: scrivere il nome vero, o togliere la riga',
    en: '"{value}" stands in the place of a name: write the real one, or take the row out',
  },
  movedCells: {
    it: '"{value}" non può stare in questa colonna: forse le celle di questa riga sono spostate',
    en: '"{value}" cannot stand in this column: perhaps the cells of this row have moved',
  },
  brokenCharacter: {
    it: 'una lettera è danneggiata e non si può leggere: scriverla di nuovo',
    en: 'a letter is damaged and cannot be read: write it again',
  },
  dateOrderUnclear: {
    it: 'in "{value}" viene prima il giorno o il mese? Nella colonna ci sono date dei due tipi: scriverle tutte con prima il giorno',
    en: 'does "{value}" begin with the day or with the month? The column has dates of both kinds: write them all with the day first',
  },
  tooLong: { it: 'il testo è troppo lungo', en: 'the text is too long' },
  formula: {
    it: 'la cella contiene una formula: non viene eseguita né importata',
    en: 'the cell holds a formula: it is neither run nor imported',
  },
  ambiguousPerson: {
    it: 'più persone corrispondono a {value}',
    en: 'several people match {value}',
  },
  fiscalCodeOfAnother: {
    it: 'il codice fiscale {value} è già di un’altra persona',
    en: 'the fiscal code {value} already belongs to somebody else',
  },
  identifierOfAnother: {
    it: 'l’identificativo {value} è già di un’altra persona',
    en: 'the identifier {value} already belongs to somebody else',
  },
  sameNameOtherFiscalCode: {
    it: 'stesso nome e stessa data di nascita ma altro codice fiscale ({value}): verificare',
    en: 'same name and birth date but another fiscal code ({value}): please check',
  },
  duplicateRow: {
    it: 'la persona è già in {value} con altri dati',
    en: 'the person is already in {value} with other data',
  },
  hasLeft: {
    it: 'la persona ha lasciato la scuola il {value}: riammetterla prima nel registro',
    en: 'the person left the school on {value}: readmit them in the register first',
  },
  guardianIncomplete: {
    it: 'il genitore {value} non ha cognome o nome: importato solo l’alunno',
    en: 'guardian {value} has no surname or name: only the pupil was imported',
  },
  unknownTeacher: {
    it: 'nessun docente ha il nome, o il nome utente, "{value}": importare prima l’elenco dei docenti, o scrivere cognome e nome come nel registro',
    en: 'no teacher has the name, or the username, "{value}": import the list of teachers first, or write surname and given name as in the register',
  },
  unknownPupil: {
    it: 'nessun alunno ha il nome utente "{value}"',
    en: 'no pupil has the username "{value}"',
  },
  badAssignmentType: {
    it: '"{value}" non è un tipo di cattedra (N, I, P, S, A)',
    en: '"{value}" is not a type of assignment (N, I, P, S, A)',
  },
  toBeDeleted: {
    it: 'segnata come da eliminare nel sistema di origine: non importata',
    en: 'marked as to be deleted in the source: not imported',
  },
  inactive: { it: 'segnata come non attiva nel sistema di origine', en: 'marked as inactive in the source' },
  badStatus: { it: 'stato "{value}" sconosciuto', en: 'unknown status "{value}"' },
  notASchool: {
    it: '"{value}" non è una scuola: non viene creata',
    en: '"{value}" is not a school: it is not created',
  },
  implausibleYear: {
    it: 'un anno scolastico dal {value} non è plausibile',
    en: 'a school year from {value} is not plausible',
  },
  overlappingPeriod: {
    it: 'si sovrappone al periodo della riga {value}',
    en: 'overlaps the period in row {value}',
  },
  unknownSession: { it: 'tipo di periodo "{value}" sconosciuto', en: 'unknown type of session "{value}"' },
  userWithoutRole: {
    it: 'nessun ruolo valido per questa persona',
    en: 'no usable role for this person',
  },
  unknownRole: { it: 'ruolo "{value}" non gestito', en: 'role "{value}" is not supported' },
  unknownUser: {
    it: 'la persona {value} non è tra quelle importate',
    en: 'person {value} is not among those imported',
  },
  classNotImported: {
    it: 'la classe {value} non è tra quelle importate',
    en: 'class {value} is not among those imported',
  },
  courseOfPart: {
    it: 'questa è una parte di un insieme e non dice quali alunni seguono {value}: importa l’insieme intero',
    en: 'this is a part of a set and does not say which pupils attend {value}: import the whole set',
  },
  roleConflict: {
    it: 'iscritta come {value}, ma il suo ruolo è un altro',
    en: 'enrolled as {value}, but has another role',
  },
  spanReversed: { it: 'finisce prima di cominciare', en: 'ends before it begins' },
  ...MATCHING_REASONS,
} as const satisfies Readonly<Record<string, Texts>>;

/** Code of a reason. */
export type ReasonCode = keyof typeof REASONS;

/** What was taken but deserves a look. */
export const WARNINGS = {
  schoolCreated: {
    it: 'scuola {value}: creata senza recapiti. Nome e recapiti si scrivono con "npm run begin", o nel registro alla voce Recapiti',
    en: 'school {value}: created without contacts. "npm run begin" asks for name and contacts, and the office changes them in the register',
  },
  yearCreated: {
    it: 'calendario tipo per l’anno {value}. Altre date arrivano solo con un insieme OneRoster importato prima di questi elenchi: il registro non ha ancora una pagina per cambiarle',
    en: 'a usual calendar for the year {value}. Other dates come with a OneRoster set alone that is imported before these lists: the register has no page yet to change them',
  },
  subjectProposed: {
    it: 'materia presa dal nome per quello che è: {value}',
    en: 'subject taken by its name for what it is: {value}',
  },
  yearEnding: {
    it: 'elenco importato nell’anno che sta finendo ({value}): se è dell’anno nuovo, importarlo dal 1° settembre, o con --year dalla riga di comando',
    en: 'the list was imported into the year that is ending ({value}): if it is of the new year, import it from 1 September, or with --year on the command line',
  },
  provisionalFiscalCode: {
    it: 'il codice fiscale {value} è provvisorio o ha un errore: resta nel registro così, e da solo non fa riconoscere nessuno. Se è sbagliato, correggerlo e importare di nuovo',
    en: 'fiscal code {value} is provisional or mistyped: it stays in the register like this, and nobody is recognised by it alone. If it is wrong, correct it and import again',
  },
  levelInferred: {
    it: 'classe {value}: l’ordine di scuola è ricavato dall’età degli alunni e dalle altre classi. Se è un altro, indicarlo con --level alla prima importazione',
    en: 'class {value}: the level was inferred from the age of the pupils and the other classes. If it is another, give it with --level at the first import',
  },
  duplicateRow: { it: 'uguale a {value}', en: 'the same as {value}' },
  badEmail: {
    it: 'indirizzo e-mail "{value}" non valido: tralasciato',
    en: 'e-mail address "{value}" is not valid: left out',
  },
  badPhone: {
    it: 'telefono "{value}" senza numero: tralasciato',
    en: 'phone "{value}" has no number: left out',
  },
  tooFewCells: {
    it: 'le celle sono meno delle colonne: importate solo quelle che si riconoscono',
    en: 'there are fewer cells than columns: only those that can be recognised were imported',
  },
  brokenCharacter: {
    it: 'una lettera è danneggiata e non si può leggere: la cella è tralasciata',
    en: 'a letter is damaged and cannot be read: the cell is left out',
  },
  oddCharacters: {
    it: 'la cella contiene caratteri di controllo: sono stati tolti',
    en: 'the cell holds control characters: they were taken away',
  },
  encodingGuessed: {
    it: 'le lettere accentate sono lette come {value}: controllare i nomi (salvare il file in UTF-8 toglie il dubbio)',
    en: 'letters with accents were read as {value}: check the names (saving the file as UTF-8 leaves no doubt)',
  },
  encodedTwice: {
    it: 'lettere accentate codificate due volte (come "Ã¨" o "&egrave;"), corrette in {value} righe: controllare i nomi',
    en: 'letters with accents were encoded twice (as "Ã¨" or "&egrave;") and put right in {value} rows: check the names',
  },
  sheetsIgnored: {
    it: 'fogli o file non importati: {value}',
    en: 'sheets or files not imported: {value}',
  },
  notPrintable: {
    it: 'queste lettere non si possono stampare sulle lettere con le credenziali: {value}. Scrivere il nome in caratteri latini, o consegnare la lettera con il nome utente',
    en: 'these letters cannot be printed on the letters with credentials: {value}. Write the name in Latin letters, or hand out the letter by its username',
  },
  unusualAge: {
    it: 'nascita il {value}: l’età è insolita per questa classe, controllare',
    en: 'born on {value}: an unusual age for this class, please check',
  },
  totalsRow: {
    it: 'riga di totale, non importata: "{value}"',
    en: 'a row of totals, not imported: "{value}"',
  },
  repeatedHeader: {
    it: 'le intestazioni una seconda volta: riga non importata',
    en: 'the headings once more: a row that is not imported',
  },
  columnsIgnored: { it: 'colonne non importate: {value}', en: 'columns not imported: {value}' },
  fileIgnored: { it: 'file non usato', en: 'file not used' },
  namesake: {
    it: 'un’altra persona con altro incarico si chiama {value}: tenute distinte',
    en: 'somebody with another post is also named {value}: kept apart',
  },
  classChanged: { it: 'cambio di classe: da {value}', en: 'class change: from {value}' },
  replacedHasNoPost: {
    it: '{value} non ha questa cattedra: la supplenza è registrata comunque',
    en: '{value} does not hold this post: the supply is recorded all the same',
  },
  noBirthDate: { it: 'senza data di nascita', en: 'without birth date' },
  noClass: { it: 'nessuna classe: non compare in alcun registro', en: 'no class: appears in no register' },
  agentNotGuardian: {
    it: '{value} non è un genitore: legame tralasciato',
    en: '{value} is not a guardian: link left out',
  },
  classFromCourse: {
    it: 'nessuna classe di riferimento: il corso "{value}" vale come classe',
    en: 'no homeroom: the course "{value}" stands as a class',
  },
  outsideYear: {
    it: 'le date {value} sono fuori dall’anno scolastico della classe',
    en: 'dates {value} are outside the school year of the class',
  },
  roleEnded: { it: 'ruolo terminato il {value}', en: 'role ended on {value}' },
  endedBySource: {
    it: 'eliminata nel sistema di origine: qui termina, senza essere cancellata',
    en: 'deleted in the source: ended here, not erased',
  },
  periodsNotUsed: {
    it: 'i periodi non coprono l’anno {value}: usati due quadrimestri',
    en: 'the sessions do not cover the year {value}: two terms are used instead',
  },
  ...MATCHING_WARNINGS,
  ...WHO_WARNINGS,
} as const satisfies Readonly<Record<string, Texts>>;

/** Code of a warning. */
export type WarningCode = keyof typeof WARNINGS;

/** The text of a reason or warning in a language. */
export function reasonText(
  texts: Texts,
  value: string | Texts | undefined,
  language: ReportLanguage,
): string {
  const text = texts[language];
  const filled = typeof value === 'object' ? value[language] : (value ?? '');
  // Between quotation marks stands what the file says, which is never rewritten.
  const isQuoted = text.includes('"{value}"');
  return text.replaceAll('{value}', () => (isQuoted ? filled : daysIn(filled, language)));
}

/** The days in a text as people write them in its language. */
function daysIn(text: string, language: ReportLanguage): string {
  return language === 'it' ? text.replaceAll(/\b(\d{4})-(\d{2})-(\d{2})\b/g, '$3/$2/$1') : text;
}
