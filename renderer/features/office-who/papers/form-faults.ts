import { parseLocalDate } from '../../../../domain/base/local-date.ts';
import type { Draft, Field } from './paper-section.ts';

/** What is wrong with one field of a form. */
export type FieldFault = 'missing' | 'reversed' | 'notAmount' | 'notHalves' | 'notDay';

/** What is wrong with what was typed, by field: nothing is sent before it is mended. */
export function formFaults(fields: readonly Field[], draft: Draft): ReadonlyMap<string, FieldFault> {
  const faults = new Map<string, FieldFault>();
  for (const field of fields) {
    const { name, kind, options, isOptional = false } = field;
    const value = (draft[name] ?? '').trim();
    if (value === '') {
      if (!isOptional) faults.set(name, 'missing');
    } else if (kind === 'choice' && options?.some((one) => one.value === value) !== true)
      faults.set(name, 'missing');
    else if (kind === 'day' && parseLocalDate(value) === undefined) faults.set(name, 'notDay');
    else if (kind === 'number' && !isAmount(value, field))
      faults.set(name, field.step === undefined ? 'notAmount' : 'notHalves');
  }
  const { from = '', to = '' } = draft;
  const hasBoth = ['from', 'to'].every((name) => fields.some((field) => field.name === name));
  if (hasBoth && !faults.has('from') && !faults.has('to') && from !== '' && to !== '' && to < from)
    faults.set('to', 'reversed');
  return faults;
}

function isAmount(text: string, { least = 1, most = 2000, step = 1 }: Field): boolean {
  const amount = Number(text);
  return Number.isInteger(amount / step) && amount >= least && amount <= most;
}
