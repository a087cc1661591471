import type { PersonId } from '../../../domain/base/ids.ts';
import type { PersonalData } from '../../../domain/records/personal-data.ts';
import type { Field } from '../columns/headers.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { PersonInput } from '../identity/person-input.ts';
import type { Roster } from '../draft/roster.ts';
import type { Circumstances, Match } from '../identity/find-person.ts';
import { isFiscalCode, readFiscalCode } from '../values/cells.ts';
import { nameKey, niceName } from '../values/names.ts';
import { columnOf, readEmails, readPhoneCell, sayNotPrintable } from './person-fields.ts';
import { sayRemarks } from './remarks.ts';

/** Takes the guardians in a pupil's row: the first (G) and the second (X). */
export function saveGuardians(row: RowReader, pupil: PersonId, roster: Roster): void {
  const first = saveGuardian(row, pupil, 1, { roster, saved: new Set() });
  saveGuardian(row, pupil, 2, { roster, saved: new Set(first === undefined ? [] : [first]) });
}

/** Links a guardian with a child, as first or second guardian. */
export function linkChild(
  guardian: PersonId,
  pupil: PersonId,
  order: 'first' | 'second',
  { draft, people }: Pick<Roster, 'draft' | 'people'>,
): void {
  const person = draft.get('person', guardian);
  const data = people.dataOf(guardian);
  if (!person || !data) return;
  const others = data.children.filter((child) => child.pupil !== pupil);
  const position = data.children.findIndex((child) => child.pupil === pupil);
  const link = { pupil, guardian: order } as const;
  const children: PersonalData['children'] =
    position < 0
      ? [...others, link]
      : data.children.map((child, index) => (index === position ? link : child));
  people.putData(person, { ...data, children });
}

/** Takes one guardian; answers who it is, unless there is none or the cells were rejected. */
function saveGuardian(
  row: RowReader,
  pupil: PersonId,
  number: 1 | 2,
  { roster, saved }: { readonly roster: Roster; readonly saved: ReadonlySet<PersonId> },
): PersonId | undefined {
  const { draft, findings, people } = roster;
  const field = (name: 'Surname' | 'GivenName' | 'FiscalCode' | 'Phone' | 'Username' | 'Email') =>
    `guardian${number}${name}` as const satisfies Field;
  const surname = niceName(row.get(field('Surname')));
  const givenName = niceName(row.get(field('GivenName')));
  if (surname === '' || givenName === '') {
    const others = (['Surname', 'GivenName', 'FiscalCode', 'Phone', 'Username', 'Email'] as const).map(field);
    if (others.some((name) => row.get(name) !== ''))
      findings.reject(
        row.place(field(surname === '' ? 'Surname' : 'GivenName')),
        'guardianIncomplete',
        String(number),
      );
    return undefined;
  }
  sayNotPrintable(row, `guardian${number}Surname`, `${surname} ${givenName}`, findings);
  const fiscalCode = readFiscalCode(row.get(field('FiscalCode'))).slice(0, 32);
  if (fiscalCode !== '' && !isFiscalCode(fiscalCode))
    findings.warn(row.place(field('FiscalCode')), 'provisionalFiscalCode', fiscalCode);
  const input: PersonInput = {
    type: 'guardian',
    surname,
    givenName,
    fiscalCode,
    sourceUsername: row.get(field('Username')),
    emails: readEmails(row, `guardian${number}Email`, findings),
    phones: readPhoneCell(row, `guardian${number}Phone`, findings),
  };
  const childSurname = nameKey(draft.get('person', pupil)?.surname ?? '');
  // A name alone does not make the same parent: there must be a common child, or a contact that nobody else has.
  const circumstances: Circumstances = {
    child: pupil,
    family: ({ data }) => data?.children.some((child) => child.pupil === pupil) === true,
    familyName: ({ data }) =>
      data?.children.some(
        (child) => nameKey(draft.get('person', child.pupil)?.surname ?? '') === childSurname,
      ) === true,
  };
  const clean = people.clean(input, circumstances);
  const found = people.find(clean, circumstances);
  // "Rossi Maria" and "Rossi Maria Teresa" in one row are two.
  const match: Match =
    found.kind === 'found' && saved.has(found.person.id) && found.remark !== undefined
      ? { kind: 'none', namesake: true }
      : found;
  if (match.kind === 'refused') {
    const column = { surname: 'Surname', username: 'Username', fiscalCode: 'FiscalCode' } as const;
    findings.reject(row.place(field(column[columnOf(match.code)])), match.code, match.value);
    return undefined;
  }
  const columns = {
    fiscalCode: field('FiscalCode'),
    sourceId: field('Username'),
    sourceUsername: field('Username'),
    emails: field('Email'),
    surname: field('Surname'),
  };
  sayRemarks(row, clean, match, { columns, findings });
  const { id } = people.save(clean, match);
  linkChild(id, pupil, number === 1 ? 'first' : 'second', roster);
  return id;
}
