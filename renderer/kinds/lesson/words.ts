import { toClassId, toInstant } from '../../../domain/base/ids.ts';
import { parseLocalDate } from '../../../domain/base/local-date.ts';
import { SIGNATURE_TYPES, type Lesson } from '../../../domain/kinds/lesson/record.ts';
import {
  objectsOf,
  placedText,
  placeText,
  somebodysName,
  textOf,
  type InTwoClasses,
  type KindWords,
  type Unchecked,
  type Words,
} from '../words.ts';
import { withdrawSignature } from './commands.ts';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const FIELDS = ['topic', 'activity', 'signatures', 'rollCall'] as const;
const KEY = /^(\d{4}-\d\d-\d\d)\.(\d{1,2})\.(.+)$/;

const words: KindWords<Lesson> = {
  name: ({ t }) => t('lesson.name'),
  bothStand: 'signatures',
  entry: (record, before, words) =>
    placedText(words, writtenText(record, before, words), record, record.hour),
  field(field, { t }) {
    const known = FIELDS.find((each) => each === field);
    return known && t(`lesson.field.${known}`);
  },
  value(field, value, words) {
    const { t, format } = words;
    switch (field) {
      case 'topic':
      case 'activity':
        return value === null ? t('entry.notTold') : (textOf(value) ?? t('entry.empty'));
      case 'signatures':
        return signersText(value, words);
      case 'rollCall': {
        const at = Date.parse(textOf(objectsOf([value])[0]?.['at']) ?? '');
        return Number.isNaN(at)
          ? t('lesson.rollCallGone')
          : t('lesson.rollCallValue', { when: format.time(toInstant(at)) });
      }
      default:
        return undefined;
    }
  },
  handedOver(record, words) {
    const { t } = words;
    const signatures = objectsOf(record['signatures']).map((signature) => signatureText(signature, words));
    const [topic, activity] = [textOf(record['topic']), textOf(record['activity'])];
    return [
      ...(signatures.length === 0 ? [t('lesson.unsigned')] : signatures),
      ...(objectsOf([record['rollCall']]).length === 0 ? [] : [t('lesson.rollCall')]),
      ...(topic === undefined ? [] : [t('lesson.topic', { text: topic })]),
      ...(activity === undefined ? [] : [t('lesson.activity', { text: activity })]),
    ];
  },
  parked(id, words) {
    const [, dayText = '', hourText, ofClass = ''] = KEY.exec(id) ?? [];
    const day = parseLocalDate(dayText);
    if (day === undefined) return undefined;
    const isClass = (id: string) => words.index?.schoolClass(toClassId(id)) !== undefined;
    // A group stands behind the class, and looks like a part of its name.
    const withoutGroup = ofClass.slice(0, Math.max(0, ofClass.lastIndexOf('.')));
    const schoolClass = toClassId(!isClass(ofClass) && isClass(withoutGroup) ? withoutGroup : ofClass);
    const hour = Number(hourText);
    const where = placeText(words, schoolClass, day, hour);
    const isKnown = isClass(schoolClass);
    const what = words.t('lesson.name');
    return { what, where, ...(isKnown ? { place: { day, schoolClass, hour } } : {}) };
  },
};

/** Signatures of mine in two classes at one hour: I alone know which one is a slip, if one is (D17). */
const inTwoClasses: InTwoClasses = {
  told: ({ t, format }, { first, second, hour }) => ({
    what: t('lesson.twoClasses.what', { first, second, hour: format.hour(hour) }),
    why: t('lesson.twoClasses.why'),
    kept: t('lesson.twoClasses.kept'),
  }),
  withdraw: withdrawSignature,
  saidOnceWithdrawn: ({ t }, name) => t('lesson.twoClasses.withdrawn', { name }),
};

/** A lesson in words. */
export const lesson = { words, texts: { it, en }, notices: { inTwoClasses } } as const;

function writtenText(record: Lesson, before: Lesson | undefined, { t }: Words): string {
  const parts: string[] = [];
  const signed = record.signatures.length - (before?.signatures.length ?? 0);
  if (signed > 0) parts.push(t('lesson.signature'));
  if (signed < 0) parts.push(t('lesson.withdrawal'));
  if (record.rollCall && record.rollCall.at !== before?.rollCall?.at) parts.push(t('lesson.rollCall'));
  const written = (text: string) => textOf(text) ?? t('entry.empty');
  if (record.topic !== (before?.topic ?? '')) parts.push(t('lesson.topic', { text: written(record.topic) }));
  if (record.activity !== (before?.activity ?? ''))
    parts.push(t('lesson.activity', { text: written(record.activity) }));
  return parts.length > 0 ? parts.join(' · ') : t('lesson.name');
}

/** Whose signatures stand: their number alone tells nobody whether the own one is among them. */
function signersText(value: unknown, words: Words): string {
  const names = objectsOf(value).map((signature) => somebodysName(signature['teacher'], words));
  if (names.length === 0) return words.t('lesson.unsigned');
  return words.t('lesson.signaturesValue', { count: names.length, names: names.join(', ') });
}

function signatureText(signature: Unchecked, words: Words): string {
  const { t } = words;
  const type = SIGNATURE_TYPES.find((each) => each === signature['type']);
  const name = somebodysName(signature['teacher'], words);
  return type === undefined || type === 'ordinary'
    ? t('lesson.signedBy', { name })
    : t('lesson.signedByAs', { name, as: t(`lesson.signedAs.${type}`) });
}
