import type { TFunction } from 'i18next';
import type { OfficeAccount } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { listName } from '../../../../domain/kinds/person/record.ts';

/** Whose account it is, as a clerk says it: name, child and class tell two of one name apart. */
export function accountName(account: OfficeAccount, t: TFunction): string {
  const { child, className } = account;
  const more = [
    ...(child === undefined ? [] : [t('accounts.forChild', { child })]),
    ...(className === undefined ? [] : [className]),
  ];
  return [listName(account), ...more].join(', ');
}
