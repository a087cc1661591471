import type { TFunction } from 'i18next';
import {
  OPERATION_FLAGS,
  OPERATION_NAMES,
  type NamedDetail,
  type OperationName,
} from '../../../../domain/protocol/endpoints/office/operations.ts';
import type { AccountEvents } from '../../../../domain/protocol/endpoints/account/account-events.ts';
import { wordsOf } from '../../../kinds/registry.ts';
import { detailsOfToday } from './details-of-today.ts';
import { OPERATION_DETAILS as TEXTS } from './operation-details.it.ts';

type Details = AccountEvents['events'][number]['details'];
type ValueKey = {
  [K in NamedDetail]: `accounts.events.detail.value.${K}.${OperationName<K>}`;
}[NamedDetail];

/**
 * The details of an operation in words. The server keeps names and plain values, never a secret; what it keeps under a name that this
 * version does not know is shown as it is kept, so that nothing of the register is left out.
 */
export function eventDetails(details: Details, t: TFunction, day: (text: string) => string): string {
  return Object.entries(detailsOfToday(details))
    .flatMap(([name, value]) => {
      if (name === 'reason') return [String(value)];
      const flag = OPERATION_FLAGS.find((each) => each === name);
      if (flag) return value === true ? [t(`accounts.events.detail.flag.${flag}`)] : [];
      const said = saidOf(name, String(value), t, day);
      return [
        isKeyOf(TEXTS.key, name) ? `${t(`accounts.events.detail.key.${name}`)}: ${said}` : `${name}: ${said}`,
      ];
    })
    .join(' · ');
}

function saidOf(name: string, value: string, t: TFunction, day: (text: string) => string): string {
  if (name === 'day' || name === 'councilUntil') return day(value);
  if (name === 'recordKind') return wordsOf(value)?.name({ t }) ?? value;
  return isKeyOf(OPERATION_NAMES, name) ? namesText(name, value, t) : value;
}

/** One or several names of the program, with spaces between them. */
function namesText(detail: NamedDetail, value: string, t: TFunction): string {
  if (value === '') return t('accounts.events.detail.none');
  const texts: Readonly<Record<string, string>> = TEXTS.value[detail];
  return value
    .split(' ')
    .map((name) => {
      if (!Object.hasOwn(texts, name)) return name;
      // The name is one of the detail's: it was found among their words.
      return t(`accounts.events.detail.value.${detail}.${name}` as ValueKey);
    })
    .join(' + ');
}

function isKeyOf<Texts extends object>(texts: Texts, name: string): name is Extract<keyof Texts, string> {
  return Object.hasOwn(texts, name);
}
