import type { ReportLanguage } from './report-language.ts';

/** Why nothing at all was imported; `{file}` and `{value}` are filled in. */
const REFUSALS = {
  missingFile: { it: '{file}: il file non esiste', en: '{file}: there is no such file' },
  emptyFile: { it: '{file}: il file è vuoto', en: '{file}: the file is empty' },
  onlyHeadings: {
    it: '{file}: ci sono solo le intestazioni, nessuna riga sotto',
    en: '{file}: there are only headings, and no row below them',
  },
  noFiles: { it: '{file}: nessun file da importare', en: '{file}: nothing to import' },
  tooLarge: { it: '{file}: il file supera {value}', en: '{file}: the file is larger than {value}' },
  tooManyRows: {
    it: '{file}: più di {value} righe o colonne',
    en: '{file}: more than {value} rows or columns',
  },
  expandsTooMuch: {
    it: '{file}: l’archivio si espande oltre i limiti ({value})',
    en: '{file}: the archive expands beyond the limits ({value})',
  },
  damaged: { it: '{file}: il file è danneggiato o protetto', en: '{file}: the file is damaged or protected' },
  notText: { it: '{file}: non è un file di testo', en: '{file}: this is not a text file' },
  wrongExtension: {
    it: '{file}: sono ammessi CSV, XLSX, XLS e archivi OneRoster (ZIP)',
    en: '{file}: only CSV, XLSX, XLS and OneRoster archives (ZIP) are accepted',
  },
  contentDiffers: {
    it: '{file}: il contenuto non corrisponde all’estensione',
    en: '{file}: the content does not match the extension',
  },
  symbolicLink: {
    it: '{file}: i collegamenti simbolici non sono ammessi',
    en: '{file}: symbolic links are not accepted',
  },
  nestedTooDeep: { it: '{file}: troppe cartelle annidate', en: '{file}: folders are nested too deeply' },
  notARoster: {
    it: '{file}: non è un elenco riconosciuto (alunni, docenti, ATA, cattedre, OneRoster)',
    en: '{file}: not a roster that is recognised (pupils, teachers, staff, assignments, OneRoster)',
  },
  webPage: {
    it: '{file}: è una pagina web senza tabelle (forse una pagina di accesso): esportare di nuovo l’elenco in CSV o XLSX',
    en: '{file}: this is a web page without tables (a sign-in page, perhaps): export the list again as CSV or XLSX',
  },
  unclosedQuote: {
    it: '{file}: alla riga {value} le virgolette si aprono e non si chiudono',
    en: '{file}: a quotation mark in row {value} is opened and never closed',
  },
  rosterMoved: {
    it: 'Qualcun altro sta modificando i dati di questa scuola: non è stato scritto nulla. Aspettare un minuto e ripetere lo stesso comando',
    en: 'Somebody else is changing the data of this school: nothing was written. Wait a minute and give the same command again',
  },
  otherYears: {
    it: '{file}: ci sono fogli di un altro anno scolastico: {value}. Togliere dal file i fogli che non sono dell’anno da importare (dalla riga di comando l’anno si sceglie con --year)',
    en: '{file}: there are sheets of another school year: {value}. Remove the sheets that are not of the year to import (on the command line --year chooses the year)',
  },
  otherYear: {
    it: '{file}: l’elenco dice di essere di un altro anno scolastico ({value}). Se è dell’anno da importare, correggere il titolo o il nome del file; un elenco dell’anno nuovo si importa dal 1° settembre (dalla riga di comando l’anno si sceglie con --year)',
    en: '{file}: the list says that it is of another school year ({value}). If it is of the year to import, correct its title or the name of the file; a list of the new year is imported from 1 September (on the command line --year chooses the year)',
  },
  yearUnclear: {
    it: '{file}: quasi tutti passerebbero a un altro anno di corso dentro lo stesso anno scolastico ({value}): è l’elenco dell’anno nuovo, o quello dell’anno scorso? Un elenco dell’anno nuovo si importa dal 1° settembre (dalla riga di comando l’anno si sceglie con --year)',
    en: '{file}: nearly all would move to another year of course within one school year ({value}): is this the list of the new year, or that of last year? A list of the new year is imported from 1 September (on the command line --year chooses the year)',
  },
  yearClosed: {
    it: '{file}: l’anno scolastico {value} è chiuso, e l’elenco lo cambierebbe: non è stato scritto nulla. Se serve, lo riapre chi dirige la scuola, in «Accessi», «Anni»',
    en: '{file}: the school year {value} is closed, and the list would change it: nothing was written. Where it has to be, the principal opens it again, in “Access”, “Years”',
  },
  missingColumn: { it: '{file}: manca la colonna "{value}"', en: '{file}: the column "{value}" is missing' },
  marksOfPupils: {
    it: '{file}: sembra un elenco di voti o assenze per materia ("{value}"): da qui non si importano né alunni né cattedre. Per gli alunni serve l’elenco delle classi, per le cattedre un elenco con docente, classe e materia',
    en: '{file}: this looks like a list of marks or absences by subject ("{value}"): neither pupils nor posts are imported from it. Pupils come with the lists of the classes, posts with a list of teacher, class and subject',
  },
  subjectOfPupils: {
    it: '{file}: sono alunni o docenti? C’è una colonna "{value}" accanto a quelle degli alunni. Se è l’elenco degli alunni, togliere quella colonna; se sono cattedre, lasciare solo docente, classe e materia',
    en: '{file}: are these pupils or teachers? There is a column "{value}" beside those of pupils. If it is the list of pupils, take that column out; if these are posts, leave teacher, class and subject alone',
  },
  staffWithClass: {
    it: '{file}: sono alunni o personale? "{value}" fa pensare al personale, ma c’è una colonna della classe. Per le cattedre serve anche la colonna "Materia"; dall’elenco del personale togliere la colonna della classe; se sono alunni, togliere "{value}" (dal file o dal suo nome)',
    en: '{file}: are these pupils or staff? "{value}" speaks of staff, but there is a column of the class. Posts need the column "Materia" too; take the column of the class out of a list of staff; if these are pupils, take "{value}" out (of the file or of its name)',
  },
  guardiansAlone: {
    it: '{file}: sembra un elenco di genitori ("{value}"). I genitori si importano nella riga dell’alunno, con le colonne "Genitore1 Cognome", "Genitore1 Nome" e così via; se sono alunni, togliere "{value}" (dal file o dal suo nome)',
    en: '{file}: this looks like a list of guardians ("{value}"). Guardians are imported in the row of the pupil, with the columns "Genitore1 Cognome", "Genitore1 Nome" and so on; if these are pupils, take "{value}" out (of the file or of its name)',
  },
  duplicateColumn: {
    it: '{file}: la colonna "{value}" compare due volte',
    en: '{file}: the column "{value}" appears twice',
  },
  monthFirstDates: {
    it: '{file}: nelle date il mese viene prima del giorno (per esempio {value}): scriverle con prima il giorno, o come 2014-03-25, e importare di nuovo',
    en: '{file}: in the dates the month comes before the day (for example {value}): write them with the day first, or as 2014-03-25, and import again',
  },
  schoolNeeded: {
    it: 'Indicare la scuola con --school CODICE (presenti: {value})',
    en: 'Name the school with --school CODE (present: {value})',
  },
  badSchoolCode: {
    it: '"{value}" non è un codice scuola (quattro lettere e quattro cifre)',
    en: '"{value}" is not a school code (four letters and four digits)',
  },
  severalSchools: {
    it: '{file}: contiene più scuole ({value}); importarne una alla volta',
    en: '{file}: holds several schools ({value}); import one at a time',
  },
} as const;

/** Why nothing at all was imported. */
export type RefusalCode = keyof typeof REFUSALS;

/** A roster import that was refused as a whole: nothing was changed. */
export class RosterRefusal extends Error {
  readonly code: RefusalCode;
  readonly file: string;
  readonly value: string;

  constructor(code: RefusalCode, file = '', value = '') {
    super(fill(REFUSALS[code].en, file, value));
    this.name = 'RosterRefusal';
    this.code = code;
    this.file = file;
    this.value = value;
  }

  /** The refusal as one sentence in a language. */
  text(language: ReportLanguage): string {
    return fill(REFUSALS[this.code][language], this.file, this.value);
  }
}

function fill(text: string, file: string, value: string): string {
  return text.replaceAll('{file}', () => file).replaceAll('{value}', () => value);
}
