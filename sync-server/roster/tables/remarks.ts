import type { Field } from '../columns/headers.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { CleanPerson, Remark } from '../matching/clean.ts';
import type { Match } from '../matching/find-person.ts';
import type { Findings } from '../report/import-report.ts';

/** Columns of a row's person, by what is said of them. */
export type RemarkColumns = Readonly<Record<Remark['field'], Field>> & { readonly surname: Field };

/** The columns of pupils and staff. */
export const OWN_COLUMNS: RemarkColumns = {
  fiscalCode: 'fiscalCode',
  sourceId: 'sourceId',
  sourceUsername: 'username',
  emails: 'email',
  surname: 'surname',
};

/** Says what was left out of a row that is taken, and what deserves a look about who it is. */
export function sayRemarks(
  row: RowReader,
  clean: CleanPerson,
  match: Match,
  { columns, findings }: { readonly columns: RemarkColumns; readonly findings: Findings },
): void {
  for (const { field, code, value } of clean.remarks) findings.warn(row.place(columns[field]), code, value);
  if (match.kind === 'refused' || match.remark === undefined) return;
  findings.warn(row.place(columns.surname), match.remark.code, match.remark.value);
}
