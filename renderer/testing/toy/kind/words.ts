import type { TFunction } from 'i18next';
import type { ConflictNotice } from '../../../../domain/kinds/conflict-notice/record.ts';
import type { RegisterRecord } from '../../../../domain/kinds/registry.ts';
import type { Toy } from '../../../../domain/testing/toy/record.ts';
import type { Register } from '../../../data/register.ts';
import {
  objectsOf,
  placedText,
  somebodysName,
  textOf,
  textsOf,
  type KindRoom,
  type KindWords,
  type Unchecked,
  type Words,
} from '../../../kinds/words.ts';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

type ToyWords = Omit<KindWords<RegisterRecord>, 'entry'> & {
  readonly entry: (record: Toy, before: Toy | undefined, words: Words) => ReturnType<typeof placedText>;
};

const words: ToyWords = {
  name: ({ t }) => textIn(t, 'name'),
  entry: (record, _before, words) =>
    placedText(words, textIn(words.t, 'written', { note: record.note }), record, undefined),
  field: (field, { t }) => (field === 'note' || field === 'stickers' ? textIn(t, field) : undefined),
  value: (field, value, words) => (field === 'stickers' ? stickersText(value, words) : textOf(value)),
  handedOver: (record, words) => [...textsOf(record, ['note']), stickersText(record['stickers'], words)],
  parked: (id, { t }) => ({ what: textIn(t, 'name'), where: id }),
};

/** The toy as the pages know it: its line in their registry, as that of every kind. */
export const toyRoom = {
  words: words as unknown as KindWords<RegisterRecord>,
  texts: { it, en },
  notices: { putBack: noteToPutBack },
} as const satisfies KindRoom<RegisterRecord>;

/** The catalogue of the product does not know the keys of the tests. */
function textIn(t: TFunction, key: keyof (typeof it)['toyKind'], values: Unchecked = {}): string {
  return (t as unknown as (key: string, values: Unchecked) => string)(`toyKind.${key}`, values);
}

function stickersText(value: unknown, words: Words): string {
  return objectsOf(value)
    .map(({ colour, stuckBy }) => textIn(words.t, 'of', { colour, name: somebodysName(stuckBy, words) }))
    .join(' · ');
}

function noteToPutBack({ field, record, lost, class: schoolClass, day }: ConflictNotice) {
  if (field !== 'note' || schoolClass === undefined || day === undefined) return undefined;
  return (register: Register) =>
    register.run({
      collection: 'attendance',
      id: record,
      members: { day },
      day,
      writeFacts: (facts) => facts.writeFacts(schoolClass, day),
      change: ({ current }, _facts, version) =>
        current && { ...current, ...version, note: JSON.parse(lost) as string },
    });
}
