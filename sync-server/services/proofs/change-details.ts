import { operationNames, type OperationDetails } from '../../../domain/protocol/operations.ts';
import type { RecordChange } from '../../storage/record-changes.ts';
import type { OpeningData } from './record-trust.ts';

/** What the register of operations tells of a change: which data, what counted before, and what is new. */
export function changeDetails(
  { fiscalCode, emails }: Pick<RecordChange, 'fiscalCode' | 'emails'>,
  news: OpeningData,
): OperationDetails {
  const isCode = news.fiscalCode !== undefined;
  const isAddress = news.emails.length > 0;
  const before = [...(isCode && fiscalCode !== undefined ? [fiscalCode] : []), ...(isAddress ? emails : [])];
  const after = [...(news.fiscalCode === undefined ? [] : [news.fiscalCode]), ...news.emails];
  return {
    fields: operationNames('fields', [
      ...(isCode ? (['fiscalCode'] as const) : []),
      ...(isAddress ? (['emails'] as const) : []),
    ]),
    ...(before.length === 0 ? {} : { before: before.join(', ') }),
    after: after.join(', '),
  };
}
