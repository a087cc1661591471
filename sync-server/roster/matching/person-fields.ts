import type { PersonalData } from '../../../domain/kinds/personal-data/record.ts';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { headerKey } from '../columns/headers.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { ReasonCode } from '../report/reasons.ts';
import type { Findings } from '../report/import-report.ts';
import { isSoundCode, saysExchanged } from '../values/fiscal-code.ts';
import { mayBeCode } from './identifiers.ts';
import { isPlaceholderName } from './placeholder-names.ts';
import { isPlausibleBirth } from './plausible-birth.ts';
import { lettersWithoutGlyph } from '../../letters/typefaces.ts';
import { niceAddress } from '../values/addresses.ts';
import { isFiscalCode, readEmail, readFiscalCode, readSex, splitEmails } from '../values/cells.ts';
import { hasShortYear, readDate } from '../values/dates.ts';
import { divideName } from '../values/full-name.ts';
import { niceName } from '../values/names.ts';
import { readPhones } from '../values/phones.ts';

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
  if (isPlaceholderName(surname, givenName))
    return rejected(() =>
      findings.reject(row.place('surname'), 'placeholderName', `${surname} ${givenName}`),
    );
  if (isSoundCode(fiscalCode) && saysExchanged(fiscalCode, { surname, givenName }))
    return rejected(() => findings.reject(row.place('surname'), 'namesExchanged', fiscalCode));
  sayNotPrintable(row, 'surname', `${surname} ${givenName}`, findings);
  const dateText = row.get('birthDate');
  const birthDate = dateText === '' ? undefined : readDate(dateText, today);
  if (dateText !== '' && !birthDate)
    return rejected(() => findings.reject(row.place('birthDate'), 'badDate', dateText));
  if (
    birthDate &&
    !isPlausibleBirth(birthDate, { today, isPupil: row.kind === 'pupils', isShort: hasShortYear(dateText) })
  )
    return rejected(() => findings.reject(row.place('birthDate'), 'implausibleBirthDate', dateText));
  // What is none at all is left out, and said where it is.
  if (mayBeCode(fiscalCode) && !isFiscalCode(fiscalCode))
    findings.warn(row.place('fiscalCode'), 'provisionalFiscalCode', fiscalCode);
  return {
    surname,
    givenName,
    birthDate,
    fiscalCode: fiscalCode.slice(0, 32),
    sex: readSex(row.get('sex')),
    birthPlace: niceAddress(row.get('birthPlace')),
    birthProvince: row.get('birthProvince').toUpperCase(),
    address: niceAddress(row.get('address')),
    city: niceAddress(row.get('city')),
    province: row.get('province').toUpperCase(),
    sourceId: row.get('sourceId'),
    sourceUsername: row.get('username'),
    emails: readEmails(row, 'email', findings),
    phones: readPhoneCell(row, 'phone', findings),
  };
}

/** Reads a cell of e-mail addresses; what is none is left out and said. */
export function readEmails(
  row: RowReader,
  field: 'email' | 'guardian1Email' | 'guardian2Email',
  findings: Findings,
): readonly string[] {
  return splitEmails(row.get(field)).flatMap((text) => {
    const address = readEmail(text);
    if (address === undefined) findings.warn(row.place(field), 'badEmail', text);
    return address ?? [];
  });
}

/** Reads a cell of phone numbers; words without a number are left out and said, and stop nothing. */
export function readPhoneCell(
  row: RowReader,
  field: 'phone' | 'guardian1Phone' | 'guardian2Phone',
  findings: Findings,
): readonly string[] {
  const { phones, unread } = readPhones(row.get(field));
  for (const text of unread) findings.warn(row.place(field), 'badPhone', text);
  return phones;
}

/** Says at the import, where the list is at hand, which letters of a name the letters with credentials cannot print. */
export function sayNotPrintable(
  row: RowReader,
  field: 'surname' | 'guardian1Surname' | 'guardian2Surname',
  name: string,
  findings: Findings,
): void {
  const missing = lettersWithoutGlyph(name);
  if (missing.length > 0) findings.warn(row.place(field), 'notPrintable', missing.join(' '));
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
