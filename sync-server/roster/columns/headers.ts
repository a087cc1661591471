import { guardian } from './guardian-headers.ts';

/** What two spellings of a header have in common: letters and digits without case, accents, blanks, underscores, dots. */
export function headerKey(header: string): string {
  return header
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}

/** Accepted headers by field, already as keys; the first one is the name that messages use. */
export const HEADERS = {
  surname: [
    'cognome',
    'cognomealunno',
    'cognomestudente',
    'cognomedocente',
    'surname',
    'lastname',
    'familyname',
  ],
  givenName: ['nome', 'nomealunno', 'nomestudente', 'nomedocente', 'name', 'firstname', 'givenname'],
  /** Both names in one column; a header that begins with the given name says that it comes first. */
  fullName: [
    'cognomeenome',
    'cognomenome',
    'nominativo',
    'alunno',
    'studente',
    'alunnoa',
    'nomeecognome',
    'nomecognome',
    'nomecompleto',
    'fullname',
  ],
  sex: ['sesso', 'genere', 'sex', 'gender', 'ms', 'mf', 'sessomf'],
  birthDate: [
    'datanascita',
    'datadinascita',
    'natoil',
    'natail',
    'natoail',
    'datanasc',
    'dtnascita',
    'birthdate',
    'dateofbirth',
    'dob',
  ],
  birthPlace: [
    'comunenascita',
    'comunedinascita',
    'luogonascita',
    'luogodinascita',
    'natoa',
    'cittanascita',
    'birthplace',
  ],
  birthProvince: ['provincianascita', 'provinciadinascita', 'provnascita', 'prnascita'],
  fiscalCode: [
    'codicefiscale',
    'codfiscale',
    'codfisc',
    'cf',
    'cfisc',
    'fiscalcode',
    'codicefiscalealunno',
    'cfalunno',
    'codfiscalunno',
  ],
  city: ['citta', 'comune', 'comuneresidenza', 'comunediresidenza', 'cittaresidenza', 'residenza', 'city'],
  province: ['provincia', 'prov', 'provinciaresidenza', 'provinciadiresidenza', 'provresidenza', 'province'],
  address: ['indirizzo', 'indirizzoresidenza', 'via', 'address'],
  class: ['classe', 'cl', 'classefrequentata', 'classesezione', 'class', 'annocorso', 'annodicorso'],
  section: ['sezione', 'sez', 'section'],
  /** Rows of another year than that of the import are asked. */
  schoolYear: ['annoscolastico', 'annoscol', 'annosc', 'as', 'schoolyear'],
  username: ['username', 'utente', 'nomeutente', 'login', 'codiceutente', 'user'],
  sourceId: [
    'codicesidi',
    'codsidi',
    'idalunno',
    'codicealunno',
    'matricola',
    'numeromatricola',
    'sourceid',
    'id',
    'codicepersonale',
  ],
  email: [
    'email',
    'mail',
    'postaelettronica',
    'indirizzoemail',
    'indirizzomail',
    'emailalunno',
    'emaildocente',
  ],
  phone: ['telefono', 'cellulare', 'tel', 'cell', 'phone', 'numerotelefono', 'recapito'],
  leftOn: [
    'dataritiro',
    'ritiratoil',
    'ritiratail',
    'ritiro',
    'datauscita',
    'uscitoil',
    'uscitail',
    'datatrasferimento',
    'trasferitoil',
    'trasferitail',
    'datacessazione',
    'cessatoil',
    'datafineservizio',
    'leavingdate',
    'lefton',
  ],
  staffType: ['tipo', 'tipopersonale', 'profilo', 'qualifica'],
  office: ['segreteria', 'ufficio'],
  site: ['sede', 'plesso'],
  postTeacher: [
    'usernamedocente',
    'docente',
    'utentedocente',
    'nomeutentedocente',
    'usernameinsegnante',
    'insegnante',
    'teacher',
  ],
  subject: ['materia', 'disciplina', 'insegnamento', 'subject'],
  postPupil: ['usernamealunno', 'alunno', 'utentealunno', 'studente'],
  postType: ['tipo', 'tipocattedra', 'tipologia'],
  postReplaces: ['usernamesupplenza', 'supplenza', 'supplentedi', 'sostituisce'],
  /** Of a post yes or no, or the name of whoever it is; in a list of classes the name. */
  coordinator: ['coordinatore', 'coordinatrice', 'coordinatorediclasse', 'coordinatoreclasse', 'coordinator'],
  secretary: ['segretario', 'segretaria', 'segretarioverbalizzante', 'verbalizzante', 'segretariodiclasse'],
  /** The group of a divided class: which pupils are in it, or are taught. */
  group: ['gruppo', 'sottogruppo', 'gruppoclasse', 'group'],
  religion: [
    'irc',
    'religione',
    'religionecattolica',
    'avvalentesi',
    'avvalente',
    'avvalentesiirc',
    'avvalenteirc',
    'sceltairc',
    'sceltareligione',
    'siavvaledellirc',
    'avvalsiirc',
  ],
  /** What whoever does not attend religion does instead. */
  religionAlternative: [
    'attivitaalternativa',
    'alternativairc',
    'sceltaalternativa',
    'attivitaalternativairc',
    'alternativaallirc',
    'alternativareligione',
  ],
  /** Hours missed at the school from which a pupil came; a column of absences would make it a list of them. */
  otherSchoolHours: ['oredaaltrascuola', 'orealtrascuola', 'orescuoladiprovenienza', 'hoursfromotherschool'],
  guardian1Surname: guardian(1, ['cognome']),
  guardian1GivenName: guardian(1, ['nome']),
  guardian1FiscalCode: guardian(1, ['codicefiscale', 'codfiscale', 'cf']),
  guardian1Phone: guardian(1, ['telefono', 'cellulare', 'tel', 'cell']),
  guardian1Username: guardian(1, ['username', 'nomeutente', 'utente']),
  guardian1Email: guardian(1, ['email', 'mail']),
  /** Whose place a new guardian takes, by name: the office's answer where somebody else has it. */
  guardian1Replaces: guardian(1, ['sostituisce', 'alpostodi', 'inluogodi']),
  guardian2Surname: guardian(2, ['cognome']),
  guardian2GivenName: guardian(2, ['nome']),
  guardian2FiscalCode: guardian(2, ['codicefiscale', 'codfiscale', 'cf']),
  guardian2Phone: guardian(2, ['telefono', 'cellulare', 'tel', 'cell']),
  guardian2Username: guardian(2, ['username', 'nomeutente', 'utente']),
  guardian2Email: guardian(2, ['email', 'mail']),
  guardian2Replaces: guardian(2, ['sostituisce', 'alpostodi', 'inluogodi']),
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A piece of information that a column can hold. */
export type Field = keyof typeof HEADERS;

/** Who somebody is. */
const WHO = [
  'surname',
  'givenName',
  'fullName',
  'sex',
  'birthDate',
  'birthPlace',
  'birthProvince',
  'fiscalCode',
  'city',
  'province',
  'address',
] as const satisfies readonly Field[];

/** By what they are known and reached, and since when no more. */
const REACHED_BY = ['username', 'sourceId', 'email', 'phone', 'leftOn'] as const satisfies readonly Field[];

/** Fields of each kind of table, and those without which it is not one. */
export const TABLES = {
  pupils: {
    fields: [
      ...WHO,
      'class',
      'section',
      'schoolYear',
      ...REACHED_BY,
      'religion',
      'religionAlternative',
      'group',
      'otherSchoolHours',
      'guardian1Surname',
      'guardian1GivenName',
      'guardian1FiscalCode',
      'guardian1Phone',
      'guardian1Username',
      'guardian1Email',
      'guardian1Replaces',
      'guardian2Surname',
      'guardian2GivenName',
      'guardian2FiscalCode',
      'guardian2Phone',
      'guardian2Username',
      'guardian2Email',
      'guardian2Replaces',
    ],
    required: ['surname', 'givenName', 'class'],
  },
  teachers: {
    fields: [...WHO, ...REACHED_BY],
    required: ['surname', 'givenName'],
  },
  ata: {
    fields: [
      'surname',
      'givenName',
      'fullName',
      'sex',
      'birthDate',
      'fiscalCode',
      'username',
      'sourceId',
      'email',
      'phone',
      'leftOn',
      'staffType',
      'office',
      'site',
    ],
    required: ['surname', 'givenName'],
  },
  posts: {
    fields: [
      'postTeacher',
      'postPupil',
      'postReplaces',
      'surname',
      'givenName',
      'fullName',
      'birthDate',
      'fiscalCode',
      'username',
      'sourceId',
      'email',
      'class',
      'section',
      'schoolYear',
      'subject',
      'postType',
      'group',
      'coordinator',
    ],
    required: ['postTeacher', 'class', 'subject'],
  },
  coordinators: {
    fields: ['class', 'section', 'schoolYear', 'coordinator', 'secretary'],
    required: ['class', 'coordinator'],
  },
} as const satisfies Readonly<
  Record<string, { readonly fields: readonly Field[]; readonly required: readonly Field[] }>
>;

/** A kind of table that a school office exports. */
export type TableKind = keyof typeof TABLES;

/** Headers that are understood and left out on purpose: passwords, health, and what this register does not keep. */
export const LEFT_OUT = new Set([
  'password',
  'genitore1password',
  'genitore2password',
  'bes',
  'notebes',
  'frequenzaestero',
  'credito3',
  'credito4',
]);
