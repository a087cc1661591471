import type { OfficeAccount } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import type { ActKind } from '../acts/office-act.ts';

/** What there is to say of the data that open an account: each word has one meaning everywhere on the page. */
export type AddressWord = 'addressWaits' | 'fiscalCodeWaits' | 'addressInDoubt' | 'addressReplaced';

/**
 * What a row says of the record: new data that wait for a second person, addresses that an import was not sure of, and, where nothing else
 * could get a message now, that the list has replaced what was there.
 */
export function addressWords(account: OfficeAccount): readonly AddressWord[] {
  const { recordChange, unconfirmedEmails, replacedEmails, hasRecordEmail } = account;
  const addressWaits = (recordChange?.emails.length ?? 0) > 0;
  return [
    ...(addressWaits ? (['addressWaits'] as const) : []),
    ...(recordChange?.fiscalCode === undefined ? [] : (['fiscalCodeWaits'] as const)),
    ...(unconfirmedEmails === undefined ? [] : (['addressInDoubt'] as const)),
    ...(replacedEmails !== undefined && (addressWaits || !hasRecordEmail)
      ? (['addressReplaced'] as const)
      : []),
  ];
}

/** What the office can do about an address that is held back; nothing while a change of the same person waits. */
export function addressActOf({
  recordChange,
  unconfirmedEmails,
  replacedEmails,
}: OfficeAccount): Extract<ActKind, 'confirmAddress' | 'reviveAddress'> | undefined {
  if (unconfirmedEmails !== undefined) return 'confirmAddress';
  return replacedEmails === undefined || recordChange ? undefined : 'reviveAddress';
}
