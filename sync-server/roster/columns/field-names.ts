import type { Texts } from '../report/report-language.ts';
import type { Field } from './headers.ts';

const GUARDIANS = [1, 2] as const;

const PARTS = {
  Surname: { it: 'cognome', en: 'surname' },
  GivenName: { it: 'nome', en: 'given name' },
  FiscalCode: { it: 'codice fiscale', en: 'fiscal code' },
  Phone: { it: 'telefono', en: 'phone' },
  Username: { it: 'nome utente', en: 'username' },
  Email: { it: 'e-mail', en: 'e-mail' },
  Replaces: { it: 'al posto di', en: 'in place of' },
} as const;

type GuardianField = `guardian${(typeof GUARDIANS)[number]}${keyof typeof PARTS}`;

const OWN: Readonly<Record<Exclude<Field, GuardianField>, Texts>> = {
  surname: { it: 'Cognome', en: 'Surname' },
  givenName: { it: 'Nome', en: 'Given name' },
  fullName: { it: 'Cognome e nome', en: 'Surname and given name' },
  sex: { it: 'Sesso', en: 'Sex' },
  birthDate: { it: 'Data di nascita', en: 'Date of birth' },
  birthPlace: { it: 'Comune di nascita', en: 'Place of birth' },
  birthProvince: { it: 'Provincia di nascita', en: 'Province of birth' },
  fiscalCode: { it: 'Codice fiscale', en: 'Fiscal code' },
  city: { it: 'Città', en: 'City' },
  province: { it: 'Provincia', en: 'Province' },
  address: { it: 'Indirizzo', en: 'Address' },
  class: { it: 'Classe', en: 'Class' },
  section: { it: 'Sezione', en: 'Section' },
  schoolYear: { it: 'Anno scolastico', en: 'School year' },
  username: { it: 'Nome utente', en: 'Username' },
  sourceId: { it: 'Codice nel programma di origine', en: 'Identifier in the source' },
  email: { it: 'E-mail', en: 'E-mail' },
  phone: { it: 'Telefono', en: 'Phone' },
  leftOn: { it: 'Data di uscita', en: 'Leaving date' },
  staffType: { it: 'Qualifica', en: 'Kind of staff' },
  office: { it: 'Segreteria', en: 'Office' },
  site: { it: 'Sede', en: 'Site' },
  postTeacher: { it: 'Docente', en: 'Teacher' },
  subject: { it: 'Materia', en: 'Subject' },
  postPupil: { it: 'Alunno', en: 'Pupil' },
  postType: { it: 'Tipo di cattedra', en: 'Type of post' },
  postReplaces: { it: 'Supplenza di', en: 'In place of' },
  coordinator: { it: 'Coordinatore', en: 'Coordinator' },
  secretary: { it: 'Segretario', en: 'Secretary' },
  group: { it: 'Gruppo', en: 'Group' },
  religion: { it: 'Religione', en: 'Religion' },
  otherSchoolHours: { it: 'Ore da altra scuola', en: 'Hours from other school' },
  religionAlternative: { it: 'Attività alternativa', en: 'Alternative to religion' },
};

const NAMES: ReadonlyMap<string, Texts> = new Map([
  ...Object.entries(OWN),
  ...GUARDIANS.flatMap((number) =>
    Object.entries(PARTS).map(([part, { it, en }]): readonly [string, Texts] => [
      `guardian${number}${part}`,
      { it: `Genitore${number} ${it}`, en: `Guardian ${number} ${en}` },
    ]),
  ),
]);

/** What a piece of information is called in words, where the file has no column of it that could be named. */
export function fieldName(field: Field): Texts {
  return NAMES.get(field) ?? { it: '', en: '' };
}
