import type { Texts } from './report-language.ts';

/** Why a row was not taken because it might be somebody else's; each says what the office can do. */
export const MATCHING_REASONS = {
  severalClasses: {
    it: 'più classi in una cella ("{value}"): serve una riga per ciascuna classe',
    en: 'several classes in one cell ("{value}"): a row for each class is wanted',
  },
  namesakeInClass: {
    it: 'nella classe c’è già {value}: se è la stessa persona, correggere la data o indicare il codice fiscale; se chi c’era è andato via, segnare prima la data di uscita',
    en: '{value} is in the class already: if it is the same person, correct the date or give the fiscal code; if the one who was there has gone, enter the leaving date first',
  },
  sameNameOtherIdentifier: {
    it: 'stesso nome e stessa data di nascita ma altro identificativo ({value}): se sono due persone, indicare il codice fiscale di entrambe',
    en: 'same name and birth date but another identifier ({value}): if these are two people, give the fiscal codes of both',
  },
  sameNameOtherContacts: {
    it: 'c’è già {value} con altri recapiti: stessa persona o un’altra? Indicare il nome utente o il codice fiscale',
    en: '{value} is there already with other contacts: the same person or another? Give the username or the fiscal code',
  },
  namesExchanged: {
    it: 'cognome e nome sembrano scambiati rispetto a {value}: controllare le due colonne e importare di nuovo; se sono due persone, indicare il codice fiscale di entrambe',
    en: 'surname and given name seem to have changed places compared with {value}: check the two columns and import again; if these are two people, give the fiscal codes of both',
  },
  repeatedIdentifier: {
    it: 'l’identificativo {value} è in più righe che dicono cose diverse: non si sa quale vale. Correggere nel programma di origine e importare di nuovo',
    en: 'the identifier {value} is in several rows that say different things: which one counts nobody knows. Correct it in the source and import again',
  },
  sameTitle: {
    it: 'due classi hanno lo stesso titolo ({value}) e non si possono distinguere',
    en: 'two classes have the same title ({value}) and cannot be told apart',
  },
  classOfSeveralYears: {
    it: 'la classe è di più anni scolastici ({value}): serve una classe per ciascun anno',
    en: 'the class belongs to several school years ({value}): a class for each year is wanted',
  },
  leftBeforeYear: {
    it: 'la data di uscita {value} è prima dell’anno scolastico dell’elenco: correggerla, o togliere la riga',
    en: 'the leaving date {value} is before the school year of the list: correct it, or take the row out',
  },
  classOfSeveralCourses: {
    it: 'una classe con più indirizzi o sedi ({value}): se sono classi diverse, scriverne la differenza nella classe ("1A Classico"); se è una sola, togliere la colonna',
    en: 'one class with several courses or sites ({value}): if these are different classes, write the difference into the class ("1A Classico"); if it is one, take the column out',
  },
  guardianReplaced: {
    it: 'come genitore c’è già {value}: se sono genitori in due, metterli entrambi nella riga, uno per colonna; se ne prende il posto, scriverne il nome nella colonna "Genitore1 al posto di" (o "Genitore2 al posto di")',
    en: '{value} is a guardian already: if both are, put both into the row, a column each; if this one takes the other’s place, write that name into the column "Genitore1 al posto di" (or "Genitore2 al posto di")',
  },
  nameOfStaff: {
    it: '{value} lavora già nella scuola e ha un’età da adulto: se è un alunno con lo stesso nome, indicare il codice fiscale; se è l’elenco del personale, togliere la colonna della classe',
    en: '{value} works at the school already and is grown up: if this is a pupil of the same name, give the fiscal code; if it is the list of staff, take the column of the class out',
  },
  severalTeachers: {
    it: 'più docenti si chiamano {value}: indicare il codice fiscale o il nome utente in una colonna',
    en: 'several teachers are named {value}: give the fiscal code or the username in a column',
  },
  teacherOfOtherDate: {
    it: 'nel registro {value} ha un’altra data di nascita: correggerla; se è un’altra persona, importarla prima con l’elenco dei docenti',
    en: 'in the register {value} has another birth date: correct it; if this is somebody else, import the list of teachers with them first',
  },
  guardianTwice: {
    it: '{value} è in entrambe le colonne dei genitori con recapiti diversi: se sono due persone, indicare i codici fiscali; se è una sola, lasciare vuota la seconda colonna',
    en: '{value} is in both guardians’ columns with different contacts: if these are two people, give their fiscal codes; if it is one, leave the second column empty',
  },
} as const satisfies Readonly<Record<string, Texts>>;

/** What was taken and deserves a look because it tells who somebody is. */
export const MATCHING_WARNINGS = {
  guardianPlaceholder: {
    it: 'al posto di un genitore c’è "{value}": nessun genitore importato',
    en: '"{value}" stands in the place of a guardian: none was imported',
  },
  birthDateCorrected: {
    it: 'data di nascita corretta: era {value}. Se sono due persone, indicare i codici fiscali',
    en: 'birth date corrected: it was {value}. If these are two people, give their fiscal codes',
  },
  birthDateAgainstCode: {
    it: 'la data di nascita non è quella del codice fiscale: resta {value}',
    en: 'the birth date is not that of the fiscal code: {value} stays',
  },
  nameCorrected: {
    it: 'nome corretto: era {value}. Se sono due persone, indicare i codici fiscali',
    en: 'name corrected: it was {value}. If these are two people, give their fiscal codes',
  },
  recognisedByClass: {
    it: 'si riconosce solo da nome e classe: {value}. Se è un’altra persona, indicare il codice fiscale',
    en: 'recognised by name and class alone: {value}. If it is somebody else, give the fiscal code',
  },
  homonym: {
    it: 'c’è già {value}: tenuti distinti. Se è la stessa persona, indicare il codice fiscale',
    en: '{value} is there already: kept apart. If it is the same person, give the fiscal code',
  },
  guardianHomonym: {
    it: 'un altro genitore si chiama {value}, con lo stesso recapito o codice provvisorio: tenuti distinti',
    en: 'another guardian is named {value}, with the same contact or provisional code: kept apart',
  },
  fiscalCodeContradicts: {
    it: 'il codice fiscale {value} non è di questa persona (nome, data o sesso diversi): tralasciato',
    en: 'fiscal code {value} is not this person’s (another name, date or sex): left out',
  },
  notAnIdentifier: {
    it: '"{value}" non identifica nessuno (segnaposto o usato per più persone): tralasciato',
    en: '"{value}" identifies nobody (a placeholder, or used for several people): left out',
  },
  addressOfSeveral: {
    it: 'l’indirizzo {value} è di più famiglie: non riceve credenziali finché la segreteria non lo conferma',
    en: 'the address {value} belongs to several families: it gets no credentials before the office has confirmed it',
  },
  notInNewYear: {
    it: 'in nessun elenco del nuovo anno, da verificare se hanno lasciato la scuola: {value}',
    en: 'on no list of the new year, to be looked at whether they have left the school: {value}',
  },
  newYearPartial: {
    it: 'alunni dell’anno prima ancora senza classe nel nuovo anno: {value}',
    en: 'pupils of the year before who have no class in the new year yet: {value}',
  },
  yearLabelDiffers: {
    it: 'l’anno indicato ({value}) non è quello delle date: valgono le date',
    en: 'the year given ({value}) is not that of the dates: the dates count',
  },
  sameTitle: {
    it: 'un’altra classe ha lo stesso titolo: questa si chiama {value}',
    en: 'another class has the same title: this one is named {value}',
  },
  guardianOrderKept: {
    it: 'i genitori sono scambiati rispetto al registro: l’account resta quello con la {value}',
    en: 'the guardians stand the other way round in the register: the account stays that of {value}',
  },
  guardianTwice: {
    it: '{value} è in entrambe le colonne dei genitori: vale la prima',
    en: '{value} is in both guardians’ columns: the first one counts',
  },
  guardianNoMore: {
    it: '{value} non è più genitore di questo alunno nel registro e non vi accede più',
    en: '{value} is this pupil’s guardian in the register no more, and has no access any more',
  },
  addressReplaced: {
    it: 'nell’elenco c’è un altro indirizzo: {value}. Quello di prima resta nel registro e non riceve più nulla finché la segreteria non lo conferma; se l’account è già in uso, anche quello nuovo vale solo dopo la conferma',
    en: 'the list has another address: {value}. The former one stays in the register and gets nothing before the office has confirmed it; where the account is in use already, the new one counts after its confirmation only',
  },
  addressWaits: {
    it: 'l’indirizzo {value} non riceve nulla finché la segreteria non lo conferma: non è certo di chi sia',
    en: 'the address {value} gets nothing before the office has confirmed it: whose it is is not certain',
  },
  addressesOfRows: {
    it: 'nelle righe dell’elenco ci sono indirizzi diversi per una persona: {value}. Valgono tutti, e i messaggi con le credenziali vanno al primo',
    en: 'the rows of the list have different addresses for one person: {value}. All of them count, and the messages with credentials go to the first',
  },
} as const satisfies Readonly<Record<string, Texts>>;
