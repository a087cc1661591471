import type { Field } from '../columns/headers.ts';
import type { RowReader } from '../columns/row-reader.ts';
import { mayBeCode } from '../matching/identifiers.ts';
import type { PersonInput } from '../matching/person-input.ts';
import { isNoGuardian } from '../matching/placeholder-names.ts';
import type { Findings } from '../report/import-report.ts';
import { isFiscalCode, readFiscalCode } from '../values/cells.ts';
import { niceName } from '../values/names.ts';
import { readEmails, readPhoneCell, sayNotPrintable } from '../matching/person-fields.ts';

/** Which of the two guardians of a pupil's row. */
export type GuardianNumber = 1 | 2;

/** What the columns of a guardian are called. */
export type GuardianPart =
  'Surname' | 'GivenName' | 'FiscalCode' | 'Phone' | 'Username' | 'Email' | 'Replaces';

/** The column of a guardian's part. */
export function guardianField(number: GuardianNumber, part: GuardianPart): Field {
  return `guardian${number}${part}`;
}

/** Reads a guardian's cells; undefined where there is none, or half a name, which is said. */
export function readGuardian(
  row: RowReader,
  number: GuardianNumber,
  findings: Findings,
): PersonInput | undefined {
  const field = (part: GuardianPart) => guardianField(number, part);
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
  if (isNoGuardian(surname, givenName)) {
    findings.warn(row.place(field('Surname')), 'guardianPlaceholder', `${surname} ${givenName}`);
    return undefined;
  }
  sayNotPrintable(row, `guardian${number}Surname`, `${surname} ${givenName}`, findings);
  const fiscalCode = readFiscalCode(row.get(field('FiscalCode'))).slice(0, 32);
  if (mayBeCode(fiscalCode) && !isFiscalCode(fiscalCode))
    findings.warn(row.place(field('FiscalCode')), 'provisionalFiscalCode', fiscalCode);
  return {
    type: 'guardian',
    surname,
    givenName,
    fiscalCode,
    sourceUsername: row.get(field('Username')),
    emails: readEmails(row, `guardian${number}Email`, findings),
    phones: readPhoneCell(row, `guardian${number}Phone`, findings),
  };
}
