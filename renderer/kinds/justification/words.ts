import { equalJson } from '../../../domain/base/canonical-json.ts';
import { toPersonId, type LocalTime } from '../../../domain/base/ids.ts';
import { parseLocalDate, parseLocalTime } from '../../../domain/base/local-date.ts';
import {
  JUSTIFICATION_ACTS,
  JUSTIFICATION_REASONS,
  JUSTIFIED_ITEMS,
  type Justification,
} from '../../../domain/kinds/justification/record.ts';
import {
  clockOf,
  objectsOf,
  placedText,
  pupilName,
  somebodysName,
  textOf,
  type KindWords,
  type Unchecked,
  type Words,
} from '../words.ts';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const KEY = /^(\d{4}-\d\d-\d\d)\.(.+)\.justification$/;

const words: KindWords<Justification> = {
  name: ({ t }) => t('justification.acts'),
  entry(record, before, words) {
    const { t } = words;
    const name = pupilName(words, record.pupil);
    const known = before?.acts ?? [];
    const brought = record.acts.filter((act) => !known.some((other) => equalJson(act, other)));
    const said = brought.map(({ act, item, time }) =>
      t('justification.entry', {
        act: t(`justification.act.${act}`),
        item: itemText(item, time, words),
        name,
      }),
    );
    const what = said.length > 0 ? said.join(' · ') : t('justification.dayOf', { name });
    return placedText(words, what, record, undefined);
  },
  field: (field, { t }) => (field === 'acts' ? t('justification.acts') : undefined),
  value(field, value, words) {
    if (field !== 'acts') return undefined;
    return actsText(value, words).join(' · ') || words.t('justification.nothing');
  },
  handedOver(record, words) {
    const said = actsText(record['acts'], words);
    return [
      `${somebodysName(record['pupil'], words)}: ${said.join(' · ') || words.t('justification.nothing')}`,
    ];
  },
  parked(id, words) {
    const [, dayText = '', pupil = ''] = KEY.exec(id) ?? [];
    const day = parseLocalDate(dayText);
    if (day === undefined) return undefined;
    const name = pupilName(words, toPersonId(pupil));
    return { what: words.t('justification.dayOf', { name }), where: words.format.shortDay(day) };
  },
};

/** What is done about a pupil's day, in words. */
export const justification = { words, texts: { it, en } } as const;

/** Acts of a list that nobody has checked; what is none is left out. */
function actsText(value: unknown, words: Words): readonly string[] {
  const { t } = words;
  return objectsOf(value).flatMap((each) => {
    const act = JUSTIFICATION_ACTS.find((known) => known === each['act']);
    const item = JUSTIFIED_ITEMS.find((known) => known === each['item']);
    if (act === undefined || item === undefined) return [];
    const time = parseLocalTime(textOf(each['time']) ?? '');
    const said = t('justification.one', {
      act: t(`justification.act.${act}`),
      item: itemText(item, time, words),
    });
    const why = whyOf(each, words);
    return [why === '' ? said : t('justification.inWords', { said, words: why })];
  });
}

function whyOf(act: Unchecked, { t }: Words): string {
  const reason = JUSTIFICATION_REASONS.find((known) => known === act['reason']);
  const named = reason === undefined ? [] : [t(`justification.reason.${reason}`)];
  return [...named, ...[textOf(act['text'])].filter((text) => text !== undefined)].join(': ');
}

function itemText(
  item: (typeof JUSTIFIED_ITEMS)[number],
  time: LocalTime | undefined,
  { t, format }: Words,
): string {
  return time === undefined
    ? t(`justification.item.${item}`)
    : t(`justification.itemAt.${item}`, { time: clockOf(time, format) });
}
