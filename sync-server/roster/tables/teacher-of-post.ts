import type { LocalDate } from '../../../domain/base/ids.ts';
import { listName, type Person } from '../../../domain/kinds/person/record.ts';
import type { Field } from '../columns/headers.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { Roster } from '../draft/roster.ts';
import type { Known } from '../matching/find-person.ts';
import { birthDateOf, isSoundCode } from '../values/fiscal-code.ts';
import { compareDates, keyOf, signedKey, type Named } from '../matching/likeness.ts';
import { isPlausibleBirth } from '../matching/plausible-birth.ts';
import type { ReasonCode } from '../report/reasons.ts';
import { readEmail, readFiscalCode, splitEmails } from '../values/cells.ts';
import { hasShortYear, readDate } from '../values/dates.ts';
import { niceName, tidy } from '../values/names.ts';
import { columnOf } from '../matching/person-fields.ts';

/** Whose post a row is, or why nobody can say. */
export type FoundTeacher =
  | { readonly kind: 'found'; readonly teacher: Person }
  | { readonly kind: 'refused'; readonly field: Field; readonly code: ReasonCode; readonly value: string };

/** The teachers of the school, for lists that name them and bring nobody. */
export interface TeacherFinder {
  /** The teacher of a row: by username in the source, otherwise by name and what the row says beside it. */
  readonly of: (row: RowReader) => FoundTeacher;
  /** A teacher by username or by name in one cell; the other cells of the row, where there is one, tell namesakes apart. */
  readonly called: (text: string, row: RowReader | undefined, field: Field) => FoundTeacher;
}

/** Titles that stand before a name. */
const TITLES = /^(?:(?:prof|dott|ins|maestr)[a-z]*\.?(?:ssa|re)?\.?\s+)+/i;

/** Opens the teachers of a school, as they are once the lists of people have been taken. */
export function createTeacherFinder({ draft, people }: Roster): TeacherFinder {
  const { today } = draft;
  const isTeacher = ({ roles }: Person) => roles.includes('teacher');
  const hasLeft = ({ leftOn }: Person) => leftOn !== undefined && leftOn <= today;
  const byName = new Map<string, Person[]>();
  for (const person of draft.all('person')) {
    if (person.type !== 'staff' || !isTeacher(person)) continue;
    const { surname, givenName } = person;
    for (const key of new Set([keyOf(`${surname} ${givenName}`), keyOf(`${givenName} ${surname}`)]))
      byName.set(key, [...(byName.get(key) ?? []), person]);
  }

  const named = (name: Named, row: RowReader | undefined, field: Field): FoundTeacher => {
    const cell = (one: Field) => row?.get(one) ?? '';
    const written = cell('birthDate');
    const birthDate = written === '' ? undefined : readDate(written, today);
    const refuse = (code: ReasonCode, value: string, at = field): FoundTeacher => ({
      kind: 'refused',
      field: at,
      code,
      value,
    });
    if (written !== '' && !birthDate) return refuse('badDate', written, 'birthDate');
    if (birthDate && !isPlausibleBirth(birthDate, { today, isPupil: false, isShort: hasShortYear(written) }))
      return refuse('implausibleBirthDate', written, 'birthDate');
    const input = {
      ...name,
      type: 'staff',
      birthDate,
      fiscalCode: readFiscalCode(cell('fiscalCode')),
      sourceUsername: cell('username'),
      sourceId: cell('sourceId'),
      emails: splitEmails(cell('email')).flatMap((text) => readEmail(text) ?? []),
      roles: ['teacher'],
    } as const;
    const here = { isEligible: (one: Person) => isTeacher(one) && !hasLeft(one) };
    const match = people.find(people.clean(input, here), here);
    const text = listName(name);
    if (match.kind === 'refused')
      return match.code === 'ambiguousPerson'
        ? refuse('severalTeachers', text)
        : refuse(match.code, match.value, columnOf(match.code) === 'surname' ? field : columnOf(match.code));
    if (match.kind === 'none') {
      const former = (byName.get(keyOf(`${name.surname} ${name.givenName}`)) ?? []).find(hasLeft);
      return former?.leftOn ? refuse('hasLeft', former.leftOn) : refuse('unknownTeacher', text);
    }
    // Nobody but the code knows a teacher's birth date here.
    const likeness = compareDates(birthDateIn(match, today), birthDate);
    return likeness === 'slip' || likeness === 'other'
      ? refuse('teacherOfOtherDate', text, 'birthDate')
      : { kind: 'found', teacher: match.person };
  };

  const called: TeacherFinder['called'] = (text, row, field) => {
    const known = people.byUsername('staff', text);
    if (known) return { kind: 'found', teacher: known };
    const name = tidy(text).replace(TITLES, '');
    const found = byName.get(keyOf(name)) ?? [];
    const [one] = found;
    if (!one) return { kind: 'refused', field, code: 'unknownTeacher', value: text };
    // "De Luca Maria" may be two: De, Luca Maria as well.
    if (new Set(found.map(signedKey)).size > 1)
      return { kind: 'refused', field, code: 'severalTeachers', value: text };
    return named(one, row, field);
  };

  return {
    called,
    of: (row) => {
      const own = row.get('postTeacher');
      const surname = niceName(row.get('surname'));
      const givenName = niceName(row.get('givenName'));
      const isNamed = surname !== '' && givenName !== '';
      if (own !== '') {
        const found = called(own, row, 'postTeacher');
        return found.kind === 'refused' && found.code === 'unknownTeacher' && isNamed
          ? named({ surname, givenName }, row, 'surname')
          : found;
      }
      if (isNamed) return named({ surname, givenName }, row, 'surname');
      const whole = row.get('fullName');
      return whole === ''
        ? {
            kind: 'refused',
            field: whichIsMissing(surname, givenName, row),
            code: 'missingTeacher',
            value: '',
          }
        : called(whole, row, 'fullName');
    },
  };
}

function whichIsMissing(surname: string, givenName: string, row: RowReader): Field {
  if (row.place('postTeacher').column !== '') return 'postTeacher';
  return surname !== '' && givenName === '' ? 'givenName' : 'surname';
}

function birthDateIn({ data }: Pick<Known, 'data'>, today: LocalDate): LocalDate | undefined {
  const code = data?.fiscalCode;
  return code !== undefined && isSoundCode(code) ? birthDateOf(code, today) : undefined;
}
