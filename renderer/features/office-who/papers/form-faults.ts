import { parseLocalDate } from '../../../../domain/base/local-date.ts';
import type { Draft, Field } from './paper-section.ts';

/** What is wrong with one field of a form. */
export type FieldFault = 'missing' | 'reversed' | 'notAmount' | 'notDay';

/** What is wrong with what was typed, by field: nothing is sent before it is mended. */
export function formFaults(fields: readonly Field[], draft: Draft): ReadonlyMap<string, FieldFault> {
  const faults = new Map<string, FieldFault>();
  for (const { name, kind, options, isOptional = false, most = 2000 } of fields) {
    const value = (draft[name] ?? '').trim();
    if (value === '') {
      if (!isOptional) faults.set(name, 'missing');
    } else if (kind === 'choice' && options?.some((one) => one.value === value) !== true)
      faults.set(name, 'missing');
    else if (kind === 'day' && parseLocalDate(value) === undefined) faults.set(name, 'notDay');
    else if (kind === 'number' && !isAmount(value, most)) faults.set(name, 'notAmount');
  }
  const { from = '', to = '' } = draft;
  const hasBoth = ['from', 'to'].every((name) => fields.some((field) => field.name === name));
  if (hasBoth && !faults.has('from') && !faults.has('to') && from !== '' && to !== '' && to < from)
    faults.set('to', 'reversed');
  return faults;
}

function isAmount(text: string, most: number): boolean {
  const amount = Number(text);
  return Number.isInteger(amount) && amount >= 1 && amount <= most;
}
