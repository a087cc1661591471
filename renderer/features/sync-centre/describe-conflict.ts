import type { ConflictNotice } from '../../../domain/kinds/conflict-notice/record.ts';
import { parseLocalTime } from '../../../domain/base/local-date.ts';
import { toInstant } from '../../../domain/base/ids.ts';
import { clockOf, type Words } from './describe-record.ts';

const FIELDS = ['topic', 'activity', 'events', 'signatures', 'rollCall'] as const;
type Field = (typeof FIELDS)[number];

/** The name of the field two people wrote on. */
export function fieldText(notice: ConflictNotice, { t }: Words): string {
  const field = knownField(notice.field);
  return t(`sync.entry.field.${field ?? 'other'}`);
}

/** One of the two values, as the class page would show it. The text in the notice is JSON written by the server. */
export function valueText(notice: ConflictNotice, json: string, words: Words): string {
  const { t, format } = words;
  const value = parsed(json);
  switch (knownField(notice.field)) {
    case 'topic':
    case 'activity':
      return typeof value === 'string' && value !== '' ? value : t('sync.entry.empty');
    case 'events':
      return eventsText(value, words);
    case 'signatures':
      return t('sync.entry.signaturesValue', { count: Array.isArray(value) ? value.length : 0 });
    case 'rollCall': {
      const at = Date.parse(memberOf(value, 'at'));
      return Number.isNaN(at)
        ? t('sync.entry.empty')
        : t('sync.entry.rollCallValue', { when: format.time(toInstant(at)) });
    }
    case undefined:
      return json === '' || value === undefined ? t('sync.entry.empty') : json;
  }
}

function eventsText(value: unknown, { t, format }: Words): string {
  if (!Array.isArray(value) || value.length === 0) return t('sync.entry.presentValue');
  return value
    .map((event: unknown) => {
      const time = clockOf(parseLocalTime(memberOf(event, 'time')), format);
      switch (memberOf(event, 'kind')) {
        case 'absent':
          return t('sync.entry.absentValue');
        case 'entry':
          return t('sync.entry.entryValue', { time });
        case 'exit':
          return t('sync.entry.exitValue', { time });
        case 'outOfClass':
          return t('sync.entry.outOfClassValue', { hour: format.hour(Number(memberOf(event, 'hour'))) });
        default:
          return t('sync.entry.other');
      }
    })
    .join(' · ');
}

function knownField(field: string): Field | undefined {
  return FIELDS.find((known) => known === field);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

function memberOf(value: unknown, name: string): string {
  if (typeof value !== 'object' || value === null) return '';
  const member: unknown = Reflect.get(value, name);
  return typeof member === 'string' || typeof member === 'number' ? String(member) : '';
}
