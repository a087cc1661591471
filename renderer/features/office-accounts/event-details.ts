import type { TFunction } from 'i18next';
import type { AccountEvents } from '../../../domain/protocol/office-accounts.ts';
import { it } from '../../i18n/it/catalogue.ts';

type Details = AccountEvents['events'][number]['details'];
/** Details whose values are names of the server too; a device is called as its owner calls it. */
const NAMING: readonly string[] = [
  'by',
  'fields',
  'factor',
  'secondFactorRoles',
  'studentAccess',
  'studentLevelsOff',
  'localPasswordOff',
];
const TEXTS = it.accounts.events.detail;

/**
 * The details of an operation in words. The server keeps names and plain values, never a secret; what it keeps under a name that this
 * version does not know is shown as it is kept, so that nothing of the register is left out.
 */
export function eventDetails(details: Details, t: TFunction): string {
  return Object.entries(details)
    .flatMap(([name, value]) => {
      if (name === 'reason') return [String(value)];
      if (isKeyOf(TEXTS.flag, name)) return value === true ? [t(`accounts.events.detail.flag.${name}`)] : [];
      const said = NAMING.includes(name) ? valueText(String(value), t) : String(value);
      return [
        isKeyOf(TEXTS.key, name) ? `${t(`accounts.events.detail.key.${name}`)}: ${said}` : `${name}: ${said}`,
      ];
    })
    .join(' · ');
}

/** One or several names of the server, with spaces between them. */
function valueText(names: string, t: TFunction): string {
  return names
    .split(' ')
    .map((name) => (isKeyOf(TEXTS.value, name) ? t(`accounts.events.detail.value.${name}`) : name))
    .join(' + ');
}

function isKeyOf<Texts extends object>(texts: Texts, name: string): name is Extract<keyof Texts, string> {
  return Object.hasOwn(texts, name);
}
