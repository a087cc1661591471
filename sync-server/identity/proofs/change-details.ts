import {
  operationNames,
  type OperationDetails,
} from '../../../domain/protocol/endpoints/office/operations.ts';
import { maskEmailAddress } from '../../../domain/people/email-address.ts';
import type { RecordChange } from '../../storage/contract/record-changes.ts';
import type { OpeningData } from './record-trust.ts';

/**
 * What the register of operations tells of a change: which data, what counted before, and what is new. The register is kept for ever and
 * holds no whole address: as much of each value stands there as tells one from another.
 */
export function changeDetails(
  { fiscalCode, emails }: Pick<RecordChange, 'fiscalCode' | 'emails'>,
  news: OpeningData,
): OperationDetails {
  const isCode = news.fiscalCode !== undefined;
  const isAddress = news.emails.length > 0;
  const before = masked({
    ...(isCode && fiscalCode !== undefined ? { fiscalCode } : {}),
    emails: isAddress ? emails : [],
  });
  return {
    fields: operationNames('fields', [
      ...(isCode ? (['fiscalCode'] as const) : []),
      ...(isAddress ? (['emails'] as const) : []),
    ]),
    ...(before === '' ? {} : { before }),
    after: masked(news),
  };
}

/** Values as the register of operations writes them. */
export function masked({ fiscalCode, emails }: OpeningData): string {
  const code = fiscalCode === undefined ? [] : [maskFiscalCode(fiscalCode)];
  return [...code, ...emails.map(maskEmailAddress)].join(', ');
}

/** Some letters at both ends. */
function maskFiscalCode(code: string): string {
  return code.length < LEAST_MASKED ? '•••' : `${code.slice(0, 3)}•••${code.slice(-4)}`;
}

const LEAST_MASKED = 10;
