import type { PersonalData } from '../../../domain/records/personal-data.ts';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { headerKey } from '../columns/headers.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { ReasonCode } from '../report/reasons.ts';
import type { Findings } from '../report/import-report.ts';
import { isFiscalCode, readEmail, readFiscalCode, readSex, splitList } from '../values/cells.ts';
import { readDate } from '../values/dates.ts';
import { divideName } from '../values/full-name.ts';
import { niceName } from '../values/names.ts';

/** What tables of pupils and of staff say about a person in the same columns. */
export interface CommonFields {
  readonly surname: string;
  readonly givenName: string;
  readonly birthDate: LocalDate | undefined;
  readonly fiscalCode: string;
  readonly sex: PersonalData['sex'] | undefined;
  readonly birthPlace: string;
  readonly birthProvince: string;
  readonly address: string;
  readonly city: string;
  readonly province: string;
  readonly sourceId: string;
  readonly sourceUsername: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

/** A person has lived between one day and this many years. */
const LONGEST_LIFE = 100;

/** Reads the columns that all tables of people share; undefined when the row was rejected. */
export function readPerson(row: RowReader, today: LocalDate, findings: Findings): CommonFields | undefined {
  const written = row.get('fullName');
  const fiscalCode = readFiscalCode(row.get('fiscalCode'));
  // "Nome e Cognome", unlike "Nominativo" and "Cognome e Nome".
  const isGivenFirst = /^(?:nomee?cognome|nomecompleto|fullname)/.test(
    headerKey(row.place('fullName').column),
  );
  const divided = written === '' ? undefined : divideName(written, fiscalCode, isGivenFirst);
  if (written !== '' && !divided)
    return rejected(() => findings.reject(row.place('fullName'), 'nameNotDivided', written));
  const surname = niceName(divided?.surname ?? row.get('surname'));
  const givenName = niceName(divided?.givenName ?? row.get('givenName'));
  if (surname === '') return rejected(() => findings.reject(row.place('surname'), 'missingSurname'));
  if (givenName === '') return rejected(() => findings.reject(row.place('givenName'), 'missingGivenName'));
  const dateText = row.get('birthDate');
  const birthDate = dateText === '' ? undefined : readDate(dateText, today);
  if (dateText !== '' && !birthDate)
    return rejected(() => findings.reject(row.place('birthDate'), 'badDate', dateText));
  if (
    birthDate &&
    (birthDate > today || Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) > LONGEST_LIFE)
  )
    return rejected(() => findings.reject(row.place('birthDate'), 'implausibleBirthDate', birthDate));
  if (fiscalCode !== '' && !isFiscalCode(fiscalCode))
    findings.warn(row.place('fiscalCode'), 'provisionalFiscalCode', fiscalCode);
  return {
    surname,
    givenName,
    birthDate,
    fiscalCode: fiscalCode.slice(0, 32),
    sex: readSex(row.get('sex')),
    birthPlace: niceName(row.get('birthPlace')),
    birthProvince: row.get('birthProvince').toUpperCase(),
    address: niceName(row.get('address')),
    city: niceName(row.get('city')),
    province: row.get('province').toUpperCase(),
    sourceId: row.get('sourceId'),
    sourceUsername: row.get('username'),
    emails: readEmails(row, 'email', findings),
    phones: splitList(row.get('phone')),
  };
}

/** Reads a cell of e-mail addresses; what is none is left out and said. */
export function readEmails(
  row: RowReader,
  field: 'email' | 'guardian1Email' | 'guardian2Email',
  findings: Findings,
): readonly string[] {
  return splitList(row.get(field)).flatMap((text) => {
    const address = readEmail(text);
    if (address === undefined) findings.warn(row.place(field), 'badEmail', text);
    return address ?? [];
  });
}

/** The column to look at when a person could not be told from others. */
export function columnOf(code: ReasonCode): 'surname' | 'username' | 'fiscalCode' {
  if (code === 'fiscalCodeOfAnother') return 'fiscalCode';
  return code === 'identifierOfAnother' || code === 'sameNameOtherIdentifier' ? 'username' : 'surname';
}

function rejected(report: () => void): undefined {
  report();
  return undefined;
}
