import type { Table } from '../columns/recognise.ts';
import type { PersonInput } from './person-input.ts';
import type { WarningCode } from '../report/reasons.ts';
import { fitOfCode, hasForm, type CodeFit } from '../values/fiscal-code.ts';
import { isBlankMark, mayBeCode, mayBeIdentifier, mayBeOwnAddress } from './identifiers.ts';
import type { Survey } from './survey.ts';

/** What is said of a value that was left out or is held back. */
export interface Remark {
  readonly field: 'fiscalCode' | 'sourceId' | 'sourceUsername' | 'emails';
  readonly code: WarningCode;
  readonly value: string;
}

/** A person of a row, without what identifies nobody. */
export interface CleanPerson {
  readonly input: PersonInput;
  /** The row's fiscal code, also where it contradicts the row and is not kept. */
  readonly claimedCode?: string | undefined;
  readonly fit: CodeFit;
  /** Addresses that get no credentials before the office has confirmed them. */
  readonly held: ReadonlySet<string>;
  readonly remarks: readonly Remark[];
}

/**
 * Leaves out what cannot identify: placeholders, row numbers, provisional codes of several people, a code that by its own letters is
 * somebody else's. What would write to several families is kept and held back.
 */
export function cleanPerson(
  given: PersonInput,
  survey: Survey,
  from: { readonly table?: Table; readonly isSetKey?: boolean } = {},
): CleanPerson {
  const remarks: Remark[] = [];
  const leaveOut = (field: Remark['field'], value: string, code: WarningCode = 'notAnIdentifier') => {
    remarks.push({ field, code, value });
    return undefined;
  };
  const said = (value: string | undefined) => (value === '' || value === undefined ? undefined : value);
  const written = said(given.fiscalCode);
  const claimedCode = written !== undefined && hasForm(written) ? written : undefined;
  const fit = claimedCode === undefined ? 'fits' : fitOfCode(claimedCode, given);
  const codeOf = (code: string) => {
    if (isBlankMark(code)) return undefined;
    if (fit !== 'fits') return leaveOut('fiscalCode', code, 'fiscalCodeContradicts');
    if (claimedCode !== undefined) return code;
    return mayBeCode(code) && !survey.isSharedCode(code) ? code : leaveOut('fiscalCode', code);
  };
  const idOf = (id: string) => {
    if (from.isSetKey === true) return id;
    const isRowNumber = from.table !== undefined && survey.hasRowNumbers(from.table);
    return isRowNumber || !mayBeIdentifier(id) ? undefined : id;
  };
  const usernameOf = (name: string) => (isBlankMark(name) ? leaveOut('sourceUsername', name) : name);
  const held = new Set<string>();
  const emails = given.emails?.filter((email) => {
    if (given.type === 'staff') return true;
    const isShared = survey.isSharedContact(email) || survey.isOfSeveralFamilies(email);
    if (isShared || (given.type === 'pupil' && survey.isOfSeveralPupils(email))) {
      held.add(email);
      leaveOut('emails', email, 'addressOfSeveral');
      return true;
    }
    return mayBeOwnAddress(email) || leaveOut('emails', email) !== undefined;
  });
  const [fiscalCode, sourceId, sourceUsername] = [
    written === undefined ? undefined : codeOf(written),
    said(given.sourceId) === undefined ? undefined : idOf(given.sourceId ?? ''),
    said(given.sourceUsername) === undefined ? undefined : usernameOf(given.sourceUsername ?? ''),
  ];
  const { fiscalCode: _code, sourceId: _id, sourceUsername: _name, emails: _emails, ...rest } = given;
  return {
    input: {
      ...rest,
      ...(fiscalCode === undefined ? {} : { fiscalCode }),
      ...(sourceId === undefined ? {} : { sourceId }),
      ...(sourceUsername === undefined ? {} : { sourceUsername }),
      ...(emails === undefined ? {} : { emails }),
    },
    claimedCode,
    fit,
    held,
    remarks,
  };
}
